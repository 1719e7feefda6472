import type { Currency } from '#app/money/currency';
import type { QuantityUnit } from '#app/money/units';

export const BAND_LEVELS = ['floor', 'fair', 'ceiling'] as const;
export type BandLevel = (typeof BAND_LEVELS)[number];

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

export type CostPlusMethod = MethodBase & {
  family: 'cost-plus';
  /** Reference costs by country (ISO 3166-1), used where a cooperative has not entered its own. */
  referenceCosts: Readonly<Record<string, CostSheet>>;
  /** Margin over cost, in percent. */
  terms: Record<BandLevel, { marginPct: string }>;
};

export type ComparablesMethod = MethodBase & {
  family: 'comparables';
  /** Percentile of the unit prices of verified orders in the lot's cell. */
  terms: Record<BandLevel, { percentile: number }>;
};

export type Method = ContainedMetalMethod | CostPlusMethod | ComparablesMethod;
export type MethodFamily = Method['family'];
