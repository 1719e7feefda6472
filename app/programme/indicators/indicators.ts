/** What a change of an indicator means for producers. */
export type Direction = 'up' | 'down';

export type IndicatorTerms = {
  /** Raised with every change of the formula; shown beside every number. */
  version: number;
  unit: 'percent' | 'days';
  better: Direction;
  nameKey: string;
  /** What it says, in a sentence for everybody. */
  meaningKey: string;
  /** The formula in words. */
  formulaKey: string;
  /** Which orders and money are in it, and which are not. */
  countsKey: string;
};

/** The indicators in the order in which they are shown. */
export const INDICATORS = {
  'retained-share': {
    version: 2,
    unit: 'percent',
    better: 'up',
    nameKey: 'programme:indicator.retainedShare.name',
    meaningKey: 'programme:indicator.retainedShare.meaning',
    formulaKey: 'programme:indicator.retainedShare.formula',
    countsKey: 'programme:indicator.retainedShare.counts',
  },
  uplift: {
    version: 2,
    unit: 'percent',
    better: 'up',
    nameKey: 'programme:indicator.uplift.name',
    meaningKey: 'programme:indicator.uplift.meaning',
    formulaKey: 'programme:indicator.uplift.formula',
    countsKey: 'programme:indicator.uplift.counts',
  },
  'womens-share': {
    version: 1,
    unit: 'percent',
    better: 'up',
    nameKey: 'programme:indicator.womensShare.name',
    meaningKey: 'programme:indicator.womensShare.meaning',
    formulaKey: 'programme:indicator.womensShare.formula',
    countsKey: 'programme:indicator.womensShare.counts',
  },
  'days-to-money': {
    version: 1,
    unit: 'days',
    better: 'down',
    nameKey: 'programme:indicator.daysToMoney.name',
    meaningKey: 'programme:indicator.daysToMoney.meaning',
    formulaKey: 'programme:indicator.daysToMoney.formula',
    countsKey: 'programme:indicator.daysToMoney.counts',
  },
  realisation: {
    version: 1,
    unit: 'percent',
    better: 'up',
    nameKey: 'programme:indicator.realisation.name',
    meaningKey: 'programme:indicator.realisation.meaning',
    formulaKey: 'programme:indicator.realisation.formula',
    countsKey: 'programme:indicator.realisation.counts',
  },
  'under-floor': {
    version: 1,
    unit: 'percent',
    better: 'down',
    nameKey: 'programme:indicator.underFloor.name',
    meaningKey: 'programme:indicator.underFloor.meaning',
    formulaKey: 'programme:indicator.underFloor.formula',
    countsKey: 'programme:indicator.underFloor.counts',
  },
} as const satisfies Record<string, IndicatorTerms>;

export type IndicatorKey = keyof typeof INDICATORS;
export const INDICATOR_KEYS = Object.keys(INDICATORS) as IndicatorKey[];

export function isIndicatorKey(text: string): text is IndicatorKey {
  return Object.hasOwn(INDICATORS, text);
}
