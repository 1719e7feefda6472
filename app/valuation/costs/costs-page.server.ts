import type { Actor } from '#app/identity/actor';
import { plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { costPlusPrice } from './cost-plus';
import { newestOf } from '../methods/method-book';
import { readMethodBook } from '../methods/method-book.server';
import { BAND_LEVELS, type BandLevel, type CostPlusMethod, type CostSheet } from '../methods/method';
import { SOURCE_OWN_COSTS, SOURCE_REFERENCE_COSTS, type ValuationStep } from '../formula/valuation-steps';
import { readOwnCosts, withLivingWage } from './own-costs.server';

export type CostsPage = {
  /** `known`: by whose costs the product is priced in the cooperative's country; null where by nobody's yet. */
  products: { key: string; method: CostPlusMethod; recordedAt: string | null; known: 'own' | 'reference' | null }[];
  chosen: ChosenCosts | null;
};

export type ChosenCosts = {
  key: string;
  method: CostPlusMethod;
  /** Null where no living wage is known for the cooperative's country: then there can be no record. */
  wage: { perHour: string; currency: string } | null;
  unit: string;
  /** What counts today: the cooperative's own, else the reference. */
  sheet: CostSheet | null;
  of: 'own' | 'reference';
  perUnit: { level: BandLevel; price: string; steps: ValuationStep[] }[];
  history: { recordedAt: string; currency: string; batch: string; unit: string; total: string; note: string }[];
};

/** The products that are priced by cost, and of the chosen one what it costs and every record so far. */
export async function costsPage(deps: Deps, { actor, product }: { actor: Actor; product: string }): Promise<CostsPage> {
  const methods = newestOf(await readMethodBook(deps)).filter((method) => method.family === 'cost-plus');
  const own = await readOwnCosts(deps, { knownAt: null, cooperativeId: actor.organisationId, product: null });
  const products = methods.flatMap((method) =>
    method.covers.map(({ mineral, form }) => {
      const recordedAt = own.find((one) => one.mineral === mineral && one.form === form)?.recordedAt ?? null;
      const reference = method.referenceCosts[actor.countryCode] ? ('reference' as const) : null;
      return { key: `${mineral}/${form}`, method, recordedAt, known: recordedAt ? ('own' as const) : reference };
    }),
  );
  const found = products.find(({ key }) => key === product);
  return { products, chosen: found ? await chosenCosts(deps, actor, found.key, found.method) : null };
}

async function chosenCosts(deps: Deps, actor: Actor, key: string, method: CostPlusMethod): Promise<ChosenCosts> {
  const [mineral = '', form = ''] = key.split('/');
  const [mine] = await readOwnCosts(deps, {
    knownAt: null,
    cooperativeId: actor.organisationId,
    product: { mineral, form },
  });
  const country = actor.countryCode;
  const own = mine ? withLivingWage(mine, method, country) : null;
  const sheet = own ?? method.referenceCosts[country] ?? null;
  return {
    key,
    method,
    wage: method.livingWages?.[country] ?? null,
    unit: Object.values(method.referenceCosts)[0]?.unit ?? 'piece',
    sheet,
    of: own ? 'own' : 'reference',
    perUnit: sheet
      ? BAND_LEVELS.map((level) => {
          const price = costPlusPrice(
            sheet,
            method.terms[level].marginPct,
            own ? SOURCE_OWN_COSTS : SOURCE_REFERENCE_COSTS,
          );
          return { level, price: price.value.toDecimal().toDecimalPlaces(6).toFixed(), steps: price.steps() };
        })
      : [],
    history: await readHistory(deps, actor.organisationId, { mineral, form }),
  };
}

async function readHistory(deps: Deps, cooperativeId: string, product: { mineral: string; form: string }) {
  const rows = await deps.db.costRecord.findMany({
    where: { cooperativeId, ...product },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: 20,
  });
  return rows.map(({ recordedAt, currency, batch, unit, inputs, energy, transport, note }) => ({
    recordedAt: recordedAt.toISOString(),
    currency,
    batch: plain(batch.toFixed()),
    unit,
    total: inputs.plus(energy).plus(transport).toFixed(),
    note,
  }));
}
