import type { Currency } from '#app/money/currency';
import type { GradeUnit, MassUnit, QuantityUnit } from '#app/money/units';

export const BAND_LEVELS = ['floor', 'fair', 'ceiling'] as const;
export type BandLevel = (typeof BAND_LEVELS)[number];

/** Each band's own: the ceiling has a premium too, and it is not the fair one. */
export const PREMIUM_LABEL: Record<BandLevel, string> = {
  floor: 'Premium of the floor',
  fair: 'Premium of the fair price',
  ceiling: 'Premium of the ceiling',
};

/** Where a figure of a method comes from, and when it was so. */
export type MethodSource = { level: BandLevel | 'all'; citation: string; on: string; url: string | null };

type MethodBase = {
  /** `gold-dore/1`: changing anything in a method makes a new version; orders keep theirs. */
  id: string;
  title: string;
  covers: readonly { mineral: string; form: string }[];
  /** Currency in which its terms are written; a band may be asked for in another, at a known rate. */
  currency: Currency;
  sources: readonly MethodSource[];
  approvedBy: { name: string; on: string };
};

/**
 * net price = reference × (1 − discount + premium) on `payablePct` of the contained element, and `premium` per mass of
 * fine element on top. All percentages are of the reference.
 */
export type ContainedMetalTerms = {
  payablePct: string;
  discountPct: string;
  premiumPct: string;
  premium: { value: string; currency: Currency; per: 'g' | 'kg' | 'ozt' } | null;
};

export type ContainedMetalMethod = MethodBase & {
  family: 'contained-metal';
  element: string;
  series: string;
  terms: Record<BandLevel, ContainedMetalTerms>;
};

type GradeTerm = { value: string; unit: GradeUnit };
type Rate = { value: string; currency: Currency };

/** A metal that is paid for: always the main one, any other where the lot's assay names it. */
export type PayableTerms = {
  element: string;
  series: string;
  payablePct: string;
  deduction: GradeTerm | null;
  minimumDeduction: GradeTerm | null;
  discountPct: string;
  refining: (Rate & { per: MassUnit }) | null;
};
export type ChargeTerms = Rate & { label: string; per: MassUnit | 'lot' };
/** An element that is charged for where the lot's assay names it: per unit of its grade above `free` and per dry mass. */
export type PenaltyTerms = {
  element: string;
  unit: GradeUnit;
  free: string;
  per: MassUnit;
  currency: Currency;
  bands: readonly { upTo: string | null; ratePerUnit: string }[];
};
export type ContractTerms = {
  franchisePct: string;
  payables: readonly PayableTerms[];
  charges: readonly ChargeTerms[];
  penalties: readonly PenaltyTerms[];
};

/** A concentrate as smelters buy it: several metals, deductions, charges for treatment and refining, penalties in steps. */
export type ContractMethod = MethodBase & {
  family: 'contract-terms';
  /** The metal without whose grade there is no band. */
  element: string;
  terms: Record<BandLevel, ContractTerms>;
};

/**
 * What it costs to make a batch, with a wage that a family can live on. Amounts in `currency` per batch of `batch`
 * `unit`s; `hours` of work at `livingWagePerHour`; `contingencyPct` of everything before it.
 */
export type CostSheet = {
  currency: Currency;
  batch: string;
  unit: QuantityUnit;
  inputs: string;
  energy: string;
  transport: string;
  hours: string;
  livingWagePerHour: string;
  contingencyPct: string;
};

/** Margin over cost in percent; `percentile` of verified sales, which takes its place once there are enough of them. */
export type CostPlusTerms = { marginPct: string; percentile?: number };

export type CostPlusMethod = MethodBase & {
  family: 'cost-plus';
  /** Reference costs by country (ISO 3166-1), used where a cooperative has not entered its own. */
  referenceCosts: Readonly<Record<string, CostSheet>>;
  /** By country: what an hour of work must bring, with a cooperative's own costs too. */
  livingWages?: Readonly<Record<string, { perHour: string; currency: Currency }>>;
  terms: Record<BandLevel, CostPlusTerms>;
};

export type ComparablesMethod = MethodBase & {
  family: 'comparables';
  /** Percentile of the unit prices of verified orders in the lot's cell. */
  terms: Record<BandLevel, { percentile: number }>;
};

export type Method = ContainedMetalMethod | ContractMethod | CostPlusMethod | ComparablesMethod;
export type MethodFamily = Method['family'];

/** `gold-dore/2` → `gold-dore`: what stays the same from version to version. */
export function methodKeyOf(id: string): string {
  return id.split('/')[0] ?? id;
}

export function versionOf(id: string): number {
  return Number(id.split('/')[1] ?? 1);
}

/** Every reference series that a method may ask for. */
export function seriesOfMethod(method: Method): string[] {
  if (method.family === 'contained-metal') return [method.series];
  if (method.family !== 'contract-terms') return [];
  return [...new Set(BAND_LEVELS.flatMap((level) => method.terms[level].payables.map(({ series }) => series)))];
}

/** Whether sales of comparable goods may make its band. */
export function looksAtSales(method: Method): boolean {
  return (
    method.family === 'comparables' || (method.family === 'cost-plus' && method.terms.fair.percentile !== undefined)
  );
}
