import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { DocumentLink } from '#app/ui/actions/document-link';
import { DefinitionList, type Definition } from '#app/ui/display/definition-list';
import { Card } from '#app/ui/layout/card';
import type { DisputePage } from './dispute-page.server';

/**
 * Everything that is known of the order and may answer a bank: who bought, at which proven price, what was
 * sent and confirmed.
 */
export function OnFileCard({ page }: { page: DisputePage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { order, chargeId, documents } = page;
  const at = (key: string) => order.rail.find((check) => check.key === key)?.at ?? null;
  const sent = order.timeline.find(({ action }) => action === 'ship');
  const arrived = order.timeline.find(({ action }) => action === 'confirm-delivery');
  const nothing = <span className="text-soft">{t('trading:dispute.file.nothing')}</span>;
  const day = (iso: string | null | undefined) => (iso ? format.date(iso, 'time') : nothing);
  const [certificate] = order.evidence;
  const items: Definition[] = [
    {
      term: t('trading:dispute.file.order'),
      value: <a href={`/programme/orders/${order.id}`}>{order.number}</a>,
      hint: format.date(order.placedAt, 'time'),
    },
    { term: t('trading:dispute.file.buyer'), value: order.buyer.name, hint: day(at('buyer')) },
    {
      term: t('trading:dispute.file.certificate'),
      value: certificate ? (
        <a className="break-all" href={`/certificates/${certificate.sha256}`}>
          {certificate.sha256.slice(0, 16)}
        </a>
      ) : (
        nothing
      ),
    },
    {
      term: t('trading:dispute.file.charge'),
      value: chargeId ? <span className="break-all">{chargeId}</span> : nothing,
      hint: at('funds') ? format.date(at('funds') ?? '', 'time') : undefined,
    },
    {
      term: t('trading:dispute.file.shipment'),
      value: order.carrier ? `${order.carrier} · ${order.carrierReference ?? ''}` : nothing,
      hint: sent ? format.date(sent.at, 'time') : undefined,
    },
    {
      term: t('trading:dispute.file.delivery'),
      value: day(arrived?.at),
      hint: [arrived?.byName, arrived?.note].filter(Boolean).join(' · ') || undefined,
    },
    {
      term: t('trading:dispute.file.documents'),
      value:
        documents.length === 0 ? (
          nothing
        ) : (
          <ul className="space-y-2">
            {documents.map(({ href, name }, index) => (
              <li key={index}>
                <DocumentLink href={href} name={name} />
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <Card title={t('trading:dispute.file.title')}>
      <DefinitionList items={items} />
    </Card>
  );
}
