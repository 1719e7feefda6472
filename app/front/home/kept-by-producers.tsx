import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import type { PublicFigures } from '#app/programme/public/public-figures.server';
import { BarChart } from '#app/ui/charts/bar-chart';
import { KeyFigure } from '#app/ui/display/key-figure';
import { Section } from './section';

/** What stayed with producers: the one figure that the marketplace is for, with what it covers. */
export function KeptByProducers({ figures }: { figures: PublicFigures | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!figures) {
    return (
      <Section title={t('platform:home.kept.title')}>
        <p className="max-w-2xl rounded-card bg-sand p-4 sm:p-5">{t('platform:home.kept.few')}</p>
      </Section>
    );
  }
  const { retainedPct, baselinePct, upliftPct, womensPct, orders, cooperatives } = figures;
  const bar = (key: string, label: string, pct: string, tone: 'green' | 'ochre-pale') => ({
    key,
    label,
    value: pct,
    text: format.percent(pct, 0),
    tone,
  });
  return (
    <Section title={t('platform:home.kept.title')}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-8 rounded-card bg-green-tint p-5 sm:p-8 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)]">
        <div className="min-w-0">
          <p className="font-display text-[1.625rem] leading-tight font-semibold text-green-deep sm:text-[2.125rem]">
            {t('platform:home.kept.headline', {
              amount: format.number(retainedPct, { maxDecimals: 0 }),
            })}
          </p>
          <div className="mt-6">
            <BarChart
              label={t('platform:home.kept.bars')}
              max={100}
              items={[
                bar('here', t('platform:home.kept.here'), retainedPct, 'green'),
                ...(baselinePct ? [bar('before', t('platform:home.kept.before'), baselinePct, 'ochre-pale')] : []),
              ]}
            />
          </div>
        </div>
        <div className="min-w-0 space-y-6">
          <KeyFigure
            label={t('platform:home.kept.net')}
            value={t('platform:home.kept.about', { amount: format.number(figures.netUsd, { maxDecimals: 0 }) })}
            note={t('platform:home.kept.netNote', { cooperatives, orders })}
          />
          {upliftPct ? (
            <KeyFigure
              label={t('platform:home.kept.uplift')}
              value={format.percent(upliftPct, 0, { signed: true })}
              note={t('platform:home.kept.upliftNote')}
            />
          ) : null}
          {womensPct ? (
            <KeyFigure
              label={t('platform:home.kept.women')}
              value={format.percent(womensPct, 0)}
              note={t('platform:home.kept.womenNote')}
            />
          ) : null}
        </div>
        <p className="text-sm lg:col-span-2">
          {t('platform:home.kept.period', { from: format.date(figures.from, 'month'), to: format.date(figures.asOf) })}
        </p>
      </div>
    </Section>
  );
}
