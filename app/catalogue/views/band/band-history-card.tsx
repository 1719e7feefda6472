import { asCurrency } from '#app/money/currency';
import { toAmount } from '#app/money/money';
import { LineChart } from '#app/ui/charts/line-chart';
import { Card } from '#app/ui/layout/card';
import type { BandPoint } from '../../pages/parts/band-history.server';
import { useWords } from '../use-words';

const LEVELS = [
  { key: 'floorMinor', label: 'catalogue:band.floor' },
  { key: 'fairMinor', label: 'catalogue:band.fair' },
  { key: 'ceilingMinor', label: 'catalogue:band.ceiling' },
] as const;

/** How floor, fair and ceiling of a lot moved since it was listed. Nothing is drawn before there were two bands. */
export function BandHistoryCard({ history }: { history: BandPoint[] }) {
  const { t, format } = useWords();
  const currency = history.at(-1)?.currency ?? 'USD';
  const shown = spaced(history.filter((point) => point.currency === currency));
  const spacedOut = new Set(shown.map(({ on }) => on.slice(0, 7))).size === shown.length;
  const known = shown.filter(({ figures }) => figures !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (known.length < 2 || !first?.figures || !last?.figures) return null;
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(currency) }, { whole: true });
  return (
    <Card title={t('catalogue:history.title')} sub={t('catalogue:history.sub')}>
      <LineChart
        title={t('catalogue:history.title')}
        description={t('catalogue:history.text', {
          first: money(first.figures.fairMinor),
          from: format.date(first.on),
          last: money(last.figures.fairMinor),
          to: format.date(last.on),
        })}
        unit={currency}
        height={180}
        series={LEVELS.map(({ key, label }) => ({
          key,
          label: t(label),
          dashed: key !== 'fairMinor',
          points: shown.map(({ on, figures, reasonKey }) => ({
            x: spacedOut ? on.slice(0, 7) : on,
            label: format.date(on, 'month-short'),
            value: figures ? toAmount({ minor: figures[key], currency: asCurrency(currency) }) : null,
            text: figures ? money(figures[key]) : reasonKey ? t('catalogue:verdict.none') : '–',
          })),
        }))}
        formatY={(value) => format.number(value, { maxDecimals: 0 })}
        words={{ table: t('catalogue:history.table'), x: t('catalogue:history.from') }}
      />
    </Card>
  );
}

/** Prices are monthly: over more than a month the last band of each is enough, and its labels do not run into each other. */
function spaced(points: BandPoint[]): BandPoint[] {
  const months = new Map(points.map((point) => [point.on.slice(0, 7), point]));
  return months.size > 2 ? [...months.values()] : points;
}
