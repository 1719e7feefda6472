import { createHash } from 'node:crypto';
import { Decimal } from '#app/money/decimal';
import type { Figure } from '#app/prices/sources/reading';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { addMonths } from '#app/prices/series/period';
import { SERIES_DEFINITIONS } from '#app/prices/series/series-definitions';
import type { SeedDeps } from '../seed-world';

const SOURCE = 'Demo figure, not a market quote';
const FIRST = '2024-03';
const MONTHS = 27;

/**
 * From one round figure to another with a little up and down: enough to price a lot by, and plainly made up.
 */
const ROADS: Record<string, readonly [from: string, to: string]> = {
  'op.cobalt': ['14', '19'],
  'op.tungsten-apt': ['330', '437'],
  'op.tantalite': ['72', '88'],
};
const WOBBLE_PERMIL = [0, 12, -8, 20, 5, -15, 9];

/**
 * Prices of metals for which no open feed exists, as an operator would enter them: each month what was known
 * by then.
 */
export async function seedOperatorPrices(deps: SeedDeps, { publishedOn }: { publishedOn: string }): Promise<void> {
  const month = publishedOn.slice(0, 7);
  const figures = allFigures().filter(({ period }) => period < month);
  await deps.db.series.createMany({ data: operatorSeries(), skipDuplicates: true });
  await importVintage(deps, {
    source: SOURCE,
    fileName: `demo-operator-prices-${month}`,
    sha256: createHash('sha256').update(JSON.stringify(figures)).digest('hex'),
    publishedOn,
    figures,
    importedBy: 'demo',
  });
}

function allFigures(): Figure[] {
  return Object.entries(ROADS).flatMap(([series, [from, to]]) =>
    Array.from({ length: MONTHS }, (_, index) => {
      const step = new Decimal(to)
        .minus(from)
        .times(index)
        .div(MONTHS - 1);
      const wobble = index === MONTHS - 1 ? 0 : (WOBBLE_PERMIL[index % WOBBLE_PERMIL.length] ?? 0);
      const value = step
        .plus(from)
        .times(1000 + wobble)
        .div(1000)
        .toDecimalPlaces(2)
        .toFixed();
      return { series, period: addMonths(FIRST, index), value };
    }),
  );
}

/** The delivered definitions, with the demo's own source in place of an operator's. */
function operatorSeries() {
  return SERIES_DEFINITIONS.filter(({ key }) => key in ROADS).map((definition) => ({
    ...definition,
    source: SOURCE,
    licence: 'Made up for the demo',
    attribution: SOURCE,
  }));
}
