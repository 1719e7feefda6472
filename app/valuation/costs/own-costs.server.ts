import { isCurrency } from '#app/money/currency';
import { plain } from '#app/money/decimal';
import { isQuantityUnit } from '#app/money/units';
import type { Deps } from '#app/platform/deps';
import type { CostPlusMethod, CostSheet } from '../methods/method';

/** A cooperative's newest record of what a product costs it, without the wage. */
export type OwnCosts = Omit<CostSheet, 'livingWagePerHour'> & {
  cooperativeId: string;
  mineral: string;
  form: string;
  recordedAt: string;
};

type Asked = { knownAt: Date | null; cooperativeId: string | null; product: { mineral: string; form: string } | null };

/** The newest record of each product known at `knownAt` (null: now), of one cooperative or of all. */
export async function readOwnCosts(
  deps: Pick<Deps, 'db' | 'clock'>,
  { knownAt, cooperativeId, product }: Asked,
): Promise<OwnCosts[]> {
  const rows = await deps.db.costRecord.findMany({
    where: {
      recordedAt: { lte: knownAt ?? deps.clock.now() },
      ...(cooperativeId === null ? {} : { cooperativeId }),
      ...product,
    },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    distinct: ['cooperativeId', 'mineral', 'form'],
  });
  return rows.flatMap(({ cooperativeId: owner, mineral, form, currency, unit, recordedAt, ...row }) => {
    if (!isCurrency(currency) || !isQuantityUnit(unit)) return [];
    const figure = (value: { toFixed(): string }) => plain(value.toFixed());
    return [
      {
        cooperativeId: owner,
        mineral,
        form,
        currency,
        unit,
        batch: figure(row.batch),
        inputs: figure(row.inputs),
        energy: figure(row.energy),
        transport: figure(row.transport),
        hours: figure(row.hours),
        contingencyPct: figure(row.contingencyPct),
        recordedAt: recordedAt.toISOString(),
      },
    ];
  });
}

/** A record with the living wage of its country in it; null where none is known in the record's currency: a wage is never guessed. */
export function withLivingWage(
  { cooperativeId: _owner, mineral: _mineral, form: _form, recordedAt: _at, ...costs }: OwnCosts,
  method: CostPlusMethod,
  country: string | null,
): CostSheet | null {
  const wage = country === null ? undefined : method.livingWages?.[country];
  return wage && wage.currency === costs.currency ? { ...costs, livingWagePerHour: wage.perHour } : null;
}
