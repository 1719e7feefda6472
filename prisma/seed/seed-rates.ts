import { PROGRAMMES } from './world/programmes';
import type { SeedDeps } from './seed-world';

/**
 * Units of the currency per US dollar: round figures near those of the period, made up for the demo and labelled so. Live rates are
 * entered by staff, two persons each, or come from the European Central Bank.
 */
const PER_DOLLAR: Record<string, string> = {
  TZS: '2590',
  CDF: '2850',
  RWF: '1410',
  UGX: '3680',
  MZN: '63.9',
  MGA: '4520',
  PEN: '3.68',
  COP: '4080',
  CHF: '0.84',
  EUR: '0.90',
  GBP: '0.77',
  INR: '85.2',
};

/** The first of each month from May 2024 to June 2026. */
function months(): Date[] {
  return Array.from({ length: 26 }, (_, index) => new Date(Date.UTC(2024, 4 + index, 1)));
}

export async function seedRates(deps: SeedDeps): Promise<void> {
  const [first] = PROGRAMMES;
  const [entered, approved] = first?.staff ?? [];
  await deps.db.fxRate.createMany({
    data: months().flatMap((on) =>
      Object.entries(PER_DOLLAR).map(([quote, rate]) => ({
        id: deps.newId(),
        base: 'USD',
        quote,
        rate,
        on,
        source: 'Demo rate, not a market quote',
        enteredBy: entered?.name ?? '',
        approvedBy: approved?.name ?? '',
        recordedAt: on,
      })),
    ),
  });
}
