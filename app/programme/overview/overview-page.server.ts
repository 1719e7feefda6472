import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { cooperativeLines, type CooperativeLine } from '../cooperatives/cooperative-lines.server';
import {
  baselineShare,
  baselineShareByMonth,
  figuresOf,
  monthsOf,
  sumsOfYear,
  type Figure,
  type MonthFigure,
} from '../indicators/calculation/figures';
import type { IndicatorKey } from '../indicators/indicators';
import type { Month, Period } from '../indicators/period';
import { loadYear } from '../indicators/year.server';
import { needsYou, type NeedLine } from './needs-you.server';

export type OverviewPage = {
  programmeName: string;
  period: Period;
  isPast: boolean;
  /** A day was asked for that is none, or still to come: the figures are today's, and the page says so. */
  refusedDay: boolean;
  orders: number;
  unrated: number;
  figures: Record<IndicatorKey, Figure>;
  retainedByMonth: MonthFigure[];
  baselineByMonth: { month: Month; sharePct: string | null }[];
  baselinePct: string | null;
  needs: NeedLine[];
  /** The reader may do what waits; others look. */
  decides: boolean;
  cooperatives: CooperativeLine[];
};

/** The programme's first page, in four queries: figures and their change, where each dollar went, what waits, and every cooperative. */
export async function overviewPage(
  deps: Deps,
  { actor, asOf = null }: { actor: Actor; asOf?: string | null },
): Promise<OverviewPage> {
  const programmeId = actor.organisationId;
  const [year, needs] = await Promise.all([loadYear(deps, { programmeId, asOf }), needsYou(deps, { programmeId })]);
  const { period, cells, money } = year;
  const sums = sumsOfYear(cells, period);
  return {
    programmeName: actor.organisationName,
    period,
    refusedDay: asOf !== null && asOf !== '' && asOf !== period.asOf,
    isPast: period.asOf < deps.clock.now().toISOString().slice(0, 10),
    orders: sums.orders,
    unrated: sums.unrated,
    figures: figuresOf(cells, money, period),
    retainedByMonth: monthsOf('retained-share', cells, money, period.months),
    baselineByMonth: baselineShareByMonth(cells, period.months),
    baselinePct: baselineShare(sums),
    needs,
    decides: can(actor, 'payout:prepare'),
    // Who has only applied is among the cooperatives' own list, not among those whose income is read here.
    cooperatives: (await cooperativeLines(deps, programmeId, year)).filter(
      ({ application, orders }) => orders > 0 || application.startsWith('accepted'),
    ),
  };
}
