import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { DataTable } from '#app/ui/display/table';
import { BAND_LEVELS, type Method } from '../methods/method';
import { LEVEL_LABEL } from '../vocabulary/method-labels';
import { contentText } from '../vocabulary/element-text';
import { unitSign } from '#app/prices/vocabulary/unit-text';
import { termsText, type TermsText } from './method-terms';

/** How each of the three prices is made, a sentence for each. */
export function LevelTerms({ method, title }: { method: Method; title: string }) {
  const { t } = useTranslation();
  return (
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
          phone: 'wide',
          cell: (level) => <Terms text={termsText(method, level)} />,
        },
      ]}
    />
  );
}

const LESS = {
  charges: 'pricing:methods.less.charges',
  penalties: 'pricing:methods.less.penalties',
  both: 'pricing:methods.less.both',
} as const;

function Terms({ text }: { text: TermsText }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pct = (value: string): string => format.percent(value, value.includes('.') ? 1 : 0);
  switch (text.key) {
    case 'pricing:methods.reference':
      return (
        <>{t('pricing:methods.reference', { pct: pct(text.referencePct), content: contentText(t, text.element) })}</>
      );
    case 'pricing:methods.referencePremium': {
      const { value, currency, per: unit } = text.premium;
      const amount = format.price(value, currency, 2);
      const content = contentText(t, text.element);
      return (
        <>
          {t('pricing:methods.referencePremium', {
            pct: pct(text.referencePct),
            ...{ content, amount, unit: unitSign(t, unit) },
          })}
        </>
      );
    }
    case 'pricing:methods.contract':
      return (
        <>
          {t('pricing:methods.contract', {
            part: pct(text.payablePct),
            pct: pct(text.referencePct),
            content: contentText(t, text.element),
          })}
        </>
      );
    case 'pricing:methods.contractLess':
      return (
        <>
          {t('pricing:methods.contractLess', {
            part: pct(text.payablePct),
            pct: pct(text.referencePct),
            content: contentText(t, text.element),
            less: t(LESS[text.less]),
          })}
        </>
      );
    case 'pricing:methods.cost':
      return <>{t('pricing:methods.cost')}</>;
    case 'pricing:methods.costMargin':
      return <>{t('pricing:methods.costMargin', { pct: pct(text.marginPct) })}</>;
    case 'pricing:methods.percentile':
      return <>{t('pricing:methods.percentile', { below: text.below })}</>;
  }
}
