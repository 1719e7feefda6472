import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { useFormat } from '#app/platform/i18n/use-format';
import { BAND_LEVELS, type BandLevel } from '../methods/method';
import type { ValuationStep } from '../formula/valuation-steps';
import { LEVEL_LABEL } from '../vocabulary/method-labels';
import { STEPS_ID, type FiguresChoice } from './figures-choice';
import { levelSteps } from './level-steps';
import { StepLines } from './step-lines';

type BandStepsProps = {
  steps: Record<BandLevel, ValuationStep[]>;
  totals: Record<BandLevel, bigint>;
  currency: string;
  figures: FiguresChoice;
};

/** The sums of a band: what the three prices share once, then what each has of its own, side by side where there is room. */
export function BandSteps({ steps, totals, currency, figures }: BandStepsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shared, own } = levelSteps(steps);
  return (
    <div id={STEPS_ID} className="scroll-mt-4">
      <p className="text-sm text-soft">
        {t(figures.full ? 'pricing:bands.working.fullNote' : 'pricing:bands.working.roundedNote')}{' '}
        <a href={figures.otherHref} className="inline-block py-2.5">
          {t(figures.full ? 'pricing:bands.working.showShort' : 'pricing:bands.working.showFull')}
        </a>
      </p>
      {shared.length > 0 ? (
        <>
          <h3 className="mt-3 mb-2 font-semibold text-soft">{t('pricing:bands.working.shared')}</h3>
          <StepLines steps={shared} full={figures.full} />
          <h3 className="mt-5 mb-2 font-semibold text-soft">{t('pricing:bands.working.own')}</h3>
        </>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-5 lg:grid-cols-3">
        {BAND_LEVELS.map((level) => (
          <section key={level} className="min-w-0 border-t-2 border-edge pt-2">
            <h4 className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3 font-display text-lg font-semibold">
              {t(LEVEL_LABEL[level])}{' '}
              <span className="whitespace-nowrap">
                {format.money({ minor: totals[level], currency: asCurrency(currency) })}
              </span>
            </h4>
            <StepLines steps={own[level]} full={figures.full} narrow />
          </section>
        ))}
      </div>
    </div>
  );
}
