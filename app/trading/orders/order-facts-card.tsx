import { useTranslation } from 'react-i18next';
import { INCOTERM_LABEL } from '#app/catalogue/vocabulary/labels';
import { quantityText } from '#app/catalogue/vocabulary/lot-title';
import { useWords } from '#app/platform/i18n/use-words';
import { DefinitionList, type Definition } from '#app/ui/display/definition-list';
import { Card } from '#app/ui/layout/card';
import type { OrderPage } from './order-page.server';

/** Who sells what to whom on which terms, and how it travels. */
export function OrderFactsCard({ order }: { order: OrderPage }) {
  const { t } = useTranslation();
  const words = useWords();
  const { lot, carrier, carrierReference } = order;
  const items: Definition[] = [
    { term: t('trading:facts.lot'), value: <a href={`/lots/${lot.id}`}>{lot.number}</a> },
    { term: t('trading:facts.quantity'), value: quantityText(order.quantity, order.unit, words) },
    {
      term: t('trading:facts.cooperative'),
      value: <a href={`/cooperatives/${order.cooperative.slug}`}>{order.cooperative.name}</a>,
      hint: words.format.country(order.cooperative.countryCode),
    },
    { term: t('trading:facts.buyer'), value: order.buyer.name, hint: words.format.country(order.buyer.countryCode) },
    {
      term: t('trading:facts.terms'),
      value: `${lot.incoterm} ${lot.incotermPlace}`,
      hint: isIncoterm(lot.incoterm) ? t(INCOTERM_LABEL[lot.incoterm]) : null,
    },
  ];
  if (carrier) items.push({ term: t('trading:facts.carrier'), value: carrier, hint: carrierReference });
  return (
    <Card title={t('trading:facts.title')}>
      <DefinitionList items={items} />
    </Card>
  );
}

function isIncoterm(code: string): code is keyof typeof INCOTERM_LABEL {
  return Object.hasOwn(INCOTERM_LABEL, code);
}
