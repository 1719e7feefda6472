import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { Badge } from '#app/ui/display/badge';
import { DefinitionList } from '#app/ui/display/definition-list';
import { DataTable } from '#app/ui/display/table';
import { Card } from '#app/ui/layout/card';
import { BAND_LEVELS, type CostSheet, type Method } from '../methods/method';
import { FAMILY_LABEL, LEVEL_LABEL, methodText } from './labels';
import { termsText, type TermsText } from './method-terms';

export function MethodCard({ method }: { method: Method }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = methodText(t, method);
  return (
    <Card
      id={method.id.replace('/', '-')}
      title={title}
      sub={t(FAMILY_LABEL[method.family])}
      actions={<Badge>{method.id}</Badge>}
    >
      <DataTable
        caption={title}
        captionHidden
        rows={BAND_LEVELS}
        rowKey={(level) => level}
        columns={[
          { key: 'level', header: t('pricing:methods.level'), rowHeader: true, cell: (level) => t(LEVEL_LABEL[level]) },
          {
            key: 'terms',
            header: t('pricing:methods.terms'),
            cell: (level) => <Terms text={termsText(method, level)} />,
          },
        ]}
      />
      {method.family === 'cost-plus'
        ? Object.entries(method.referenceCosts).map(([country, sheet]) => (
            <CostSheetList
              key={country}
              title={t('pricing:methods.costs', {
                country: format.country(country),
                batch: format.number(sheet.batch),
              })}
              sheet={sheet}
            />
          ))
        : null}
      <h3 className="mt-5 mb-1 text-sm font-semibold">{t('pricing:methods.sources')}</h3>
      <ul className="space-y-1 text-sm text-soft">
        {sourcesOf(method).map(({ citation, url, on }) => (
          <li key={citation}>
            {url ? (
              <a href={url} rel="noreferrer" className="inline-block py-1">
                {citation}
              </a>
            ) : (
              citation
            )}{' '}
            <span className="whitespace-nowrap">({format.date(on)})</span>
          </li>
        ))}
        {method.family === 'contained-metal' ? (
          <li>
            <a href={`/prices/${method.series}`} className="inline-block py-1">
              {t('pricing:methods.series')}: {method.series}
            </a>
          </li>
        ) : null}
        <li>
          {t('pricing:methods.approved', { name: method.approvedBy.name, date: format.date(method.approvedBy.on) })}
        </li>
      </ul>
    </Card>
  );
}

/** A source that speaks for several levels is named once. */
function sourcesOf({ sources }: Method): Method['sources'][number][] {
  return [...new Map(sources.map((source) => [source.citation, source])).values()];
}

function Terms({ text }: { text: TermsText }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pct = (value: string): string => format.percent(value, 0);
  switch (text.key) {
    case 'pricing:methods.reference':
      return <>{t('pricing:methods.reference', { pct: pct(text.referencePct) })}</>;
    case 'pricing:methods.referencePremium': {
      const { value, currency, per: unit } = text.premium;
      return (
        <>
          {t('pricing:methods.referencePremium', {
            pct: pct(text.referencePct),
            amount: format.price(value, currency, 2),
            unit,
          })}
        </>
      );
    }
    case 'pricing:methods.cost':
      return <>{t('pricing:methods.cost')}</>;
    case 'pricing:methods.costMargin':
      return <>{t('pricing:methods.costMargin', { pct: pct(text.marginPct) })}</>;
    case 'pricing:methods.percentile':
      return <>{t('pricing:methods.percentile', { below: text.below })}</>;
  }
}

function CostSheetList({ title, sheet }: { title: string; sheet: CostSheet }) {
  const { t } = useTranslation();
  const format = useFormat();
  const price = (value: string): string => format.price(value, sheet.currency, 2);
  return (
    <>
      <h3 className="mt-5 mb-2 text-sm font-semibold">{title}</h3>
      <DefinitionList
        layout="grid"
        items={[
          { term: t('pricing:cost.inputs'), value: price(sheet.inputs) },
          { term: t('pricing:cost.energy'), value: price(sheet.energy) },
          { term: t('pricing:cost.transport'), value: price(sheet.transport) },
          {
            term: t('pricing:cost.labour'),
            value: t('pricing:cost.hours', { hours: format.number(sheet.hours), wage: price(sheet.livingWagePerHour) }),
          },
          { term: t('pricing:cost.contingency'), value: format.percent(sheet.contingencyPct, 0) },
        ]}
      />
    </>
  );
}
