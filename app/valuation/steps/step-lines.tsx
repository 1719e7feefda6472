import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { classNames } from '#app/ui/class-names';
import type { FxReference, ReferencePrice } from '#app/prices/series/known-prices';
import type { ValuationStep } from '../formula/valuation-steps';
import { seriesKeyText } from '#app/prices/series/labels';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { SourceName } from '#app/prices/vocabulary/source-name';
import { stepText } from './step-text';

type StepLinesProps = {
  steps: readonly ValuationStep[];
  full: boolean;
  /** In a column of its own: the label above the sum, never beside it. */
  narrow?: boolean;
};

/** The lines of a valuation, each to be done again with a calculator: what it is, the sum, and where a figure comes from. */
export function StepLines({ steps, full, narrow = false }: StepLinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className="divide-y divide-line">
      {steps.map((step, index) => {
        const { label, expression, value, source } = stepText(step, { t, format, full });
        return (
          <li
            key={`${index}`}
            className={classNames(
              'py-2 first:pt-0 last:pb-0',
              !narrow && 'sm:grid sm:grid-cols-[minmax(0,13rem)_minmax(0,1fr)] sm:gap-x-4',
            )}
          >
            <p className="text-sm font-semibold">{label}</p>
            <div className="min-w-0">
              <p className="text-[0.9375rem] break-words">
                {expression === null ? null : `${expression}${joint(step, value)} `}
                <strong>{value.replace(/^≈\u00a0/, expression === null ? '≈\u00a0' : '')}</strong>
              </p>
              {step.reference ? (
                <ReferenceSource price={step.reference} />
              ) : step.rate ? (
                <RateSource rate={step.rate} />
              ) : null}
              {step.sales ? (
                <Source>
                  {t('pricing:bands.working.released', { month: format.date(step.sales.release, 'month') })}
                </Source>
              ) : null}
              {source === null ? null : <Source>{source}</Source>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Between a sum and what it comes to; a sentence about sales is no sum. */
function joint({ sales }: ValuationStep, value: string): string {
  if (sales) return ':';
  return value.startsWith('≈') ? ' ≈' : ' =';
}

function Source({ children }: { children: React.ReactNode }) {
  return <p className="text-sm break-words text-soft">{children}</p>;
}

function ReferenceSource({ price: { series, period, source, vintage, licence } }: { price: ReferencePrice }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Source>
      <a href={`/prices/${series}`} className="inline-block py-1">
        {seriesKeyText(t, series)}
      </a>{' '}
      <span className="text-xs">({series})</span>, {format.date(period, 'month')}. <SourceName>{source}</SourceName>,{' '}
      {t('pricing:bands.working.published', { date: format.date(vintage) })}, {shippedText(t, licence)}
    </Source>
  );
}

function RateSource({ rate: { rate, base, quote, on, source } }: { rate: FxReference }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Source>
      {t('pricing:bands.working.rateOf', {
        rate: format.rate(rate),
        ...{ base, quote, date: format.date(on) },
      })}
      . {shippedText(t, source)}
    </Source>
  );
}
