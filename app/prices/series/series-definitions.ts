import type { Currency } from '#app/money/currency';
import type { MassUnit } from '#app/money/units';
import type { StalenessPolicy } from './staleness';

type SeriesDefinition = StalenessPolicy & {
  key: string;
  commodity: string;
  /** `USD/ozt`: `currency` per `per`. */
  unit: string;
  currency: Currency;
  per: MassUnit;
  frequency: 'monthly';
  source: string;
  licence: string;
  attribution: string;
  pageUrl: string;
  /** A month-on-month move over this percentage waits for two staff members. */
  quarantinePct: string;
};

const WORLD_BANK = {
  currency: 'USD',
  frequency: 'monthly',
  source: 'World Bank Commodity Price Data (The Pink Sheet)',
  licence: 'CC BY 4.0',
  attribution: 'World Bank, Commodity Price Data (The Pink Sheet), CC BY 4.0',
  pageUrl: 'https://www.worldbank.org/en/research/commodity-markets',
  // Published in the first days of the next month: at 45 days an update is overdue, at 100 three are.
  freshDays: 45,
  staleDays: 100,
  quarantinePct: '40',
} as const;

function worldBank(key: string, commodity: string, per: MassUnit): SeriesDefinition {
  return { ...WORLD_BANK, key: `wb.${key}`, commodity, per, unit: `USD/${per}` };
}

/** Metals of which no open feed is known: the operator enters figures with their source, or there is no band. */
const OPERATOR = {
  currency: 'USD',
  frequency: 'monthly',
  source: 'Entered by the operator',
  licence: 'Operator’s own record',
  attribution: 'Entered by the operator of this installation',
  pageUrl: '',
  freshDays: 45,
  staleDays: 100,
  quarantinePct: '40',
} as const;

function operator(key: string, commodity: string, per: MassUnit): SeriesDefinition {
  return { ...OPERATOR, key: `op.${key}`, commodity, per, unit: `USD/${per}` };
}

/** The series that a fresh installation knows. Monthly averages; never to be called by an exchange's name. */
export const SERIES_DEFINITIONS: readonly SeriesDefinition[] = [
  worldBank('gold', 'gold', 'ozt'),
  worldBank('silver', 'silver', 'ozt'),
  worldBank('platinum', 'platinum', 'ozt'),
  worldBank('tin', 'tin', 't'),
  worldBank('copper', 'copper', 't'),
  worldBank('lead', 'lead', 't'),
  worldBank('zinc', 'zinc', 't'),
  worldBank('nickel', 'nickel', 't'),
  worldBank('aluminum', 'aluminum', 't'),
  worldBank('iron-ore', 'iron-ore', 'dmtu'),
  worldBank('phosphate-rock', 'phosphate-rock', 't'),
  worldBank('potassium-chloride', 'potassium-chloride', 't'),
  operator('cobalt', 'cobalt', 'lb'),
  operator('tungsten-apt', 'tungsten', 'MTU'),
  operator('tantalite', 'tantalum', 'lb'),
];
