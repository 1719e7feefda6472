import { asCurrency } from '#app/money/currency';
import { toAmount } from '#app/money/money';
import { LineChart } from '#app/ui/charts/line-chart';
import { Card } from '#app/ui/layout/card';
import type { BandPoint } from './band-history.server';
import { useWords } from '#app/platform/i18n/use-words';

const LEVELS = [
  { key: 'floorMinor', label: 'catalogue:band.floor' },
  { key: 'fairMinor', label: 'catalogue:band.fair' },
  { key: 'ceilingMinor', label: 'catalogue:band.ceiling' },
] as const;

/**
 * How floor, fair and ceiling of a lot moved since it was listed. Nothing is drawn before there were two
 * bands.
 */
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
          from: format.date(spacedOut ? first.on.slice(0, 7) : first.on, spacedOut ? 'month' : 'day'),
          last: money(last.figures.fairMinor),
          to: format.date(spacedOut ? last.on.slice(0, 7) : last.on, spacedOut ? 'month' : 'day'),
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

/**
 * Prices are monthly: over more than two months a band is shown for each month, as it was last in it. It
 * holds until it changes.
 */
function spaced(points: BandPoint[]): BandPoint[] {
  const months = new Map(points.map((point) => [point.on.slice(0, 7), point]));
  const [first] = months.keys();
  const last = points.at(-1)?.on.slice(0, 7);
  if (months.size < 3 || !first || !last) return points;
  const filled: BandPoint[] = [];
  for (let month = first; month <= last; month = nextMonth(month)) {
    const held = months.get(month) ?? filled.at(-1);
    if (held) filled.push({ ...held, on: `${month}-01` });
  }
  return filled;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
