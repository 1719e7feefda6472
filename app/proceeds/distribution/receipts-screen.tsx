import { asCurrency } from '#app/money/currency';
import { DefinitionList } from '#app/ui/display/definition-list';
import { PageHeader } from '#app/ui/layout/page-header';
import { productText } from '#app/catalogue/vocabulary/product-text';
import { useWords } from '#app/platform/i18n/use-words';
import type { DistributionPage, SheetLine } from './distribution-page.server';
import { ruleLabel } from './rule-labels';

type SharedPage = Extract<DistributionPage, { state: 'shared' }>;

/** Receipts to print and sign, one for each member. A sheet of paper holds several. */
export function ReceiptsScreen({ page }: { page: SharedPage }) {
  const { t } = useWords();
  const { order } = page;
  return (
    <>
      <div className="no-print">
        <PageHeader
          breadcrumbs={{
            label: t('programme:trail.label'),
            items: [
              { label: order.number, href: `/cooperative/orders/${order.id}` },
              { label: t('programme:share.crumb'), href: `/cooperative/orders/${order.id}/distribution` },
              { label: t('programme:receipts.crumb') },
            ],
          }}
          title={t('programme:receipts.printTitle')}
          sub={t('programme:receipts.printSub')}
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 lg:grid-cols-2">
        {page.sheet.lines.map((line) => (
          <Receipt key={line.id} page={page} line={line} />
        ))}
      </div>
    </>
  );
}

function Receipt({ page, line }: { page: SharedPage; line: SheetLine }) {
  const words = useWords();
  const { t, format } = words;
  const { order, cooperativeName, sheet, sharedAt } = page;
  return (
    <section
      className="rounded-card border border-edge bg-card p-5"
      aria-label={`${t('programme:receipts.receipt')}: ${line.name}`}
    >
      <p className="text-sm text-soft">{cooperativeName}</p>
      <h2 className="font-display text-xl font-semibold">{t('programme:receipts.receipt')}</h2>
      <p className="mt-2 font-display text-[1.75rem] font-semibold">
        {format.money({ minor: line.amountMinor, currency: asCurrency(order.currency) })}
      </p>
      <DefinitionList
        items={[
          { term: t('programme:members.name'), value: `${line.name} (${line.code})` },
          { term: t('programme:orders.order'), value: `${order.number}, ${productText(order, words)}` },
          {
            term: t('programme:share.rule'),
            value: t(ruleLabel(sheet.rule)),
            hint: t('programme:receipts.weight', { weight: format.number(line.weight) }),
          },
          { term: t('programme:receipts.sharedOn'), value: format.date(sharedAt) },
        ]}
      />
      <div className="mt-8 grid grid-cols-2 gap-6 text-sm text-soft">
        <p className="border-t border-ink pt-1">{t('programme:receipts.signature')}</p>
        <p className="border-t border-ink pt-1">
          {line.confirmedAt ? format.date(line.confirmedAt) : t('programme:receipts.date')}
        </p>
      </div>
    </section>
  );
}
