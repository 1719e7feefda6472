import type { Deps } from '#app/platform/deps';

export type BaselineLine = {
  id: string;
  mineral: string;
  form: string;
  referenceBps: number | null;
  perUnit: string | null;
  currency: string | null;
  unit: string | null;
  source: string;
  /** YYYY-MM-DD */
  recordedOn: string;
  /** The one that an order placed today would freeze. */
  inForce: boolean;
};

/** Every baseline of a cooperative, newest first for each good. */
export async function listBaselines(deps: Pick<Deps, 'db'>, cooperativeId: string): Promise<BaselineLine[]> {
  const rows = await deps.db.baseline.findMany({
    where: { cooperativeId },
    orderBy: [{ mineral: 'asc' }, { form: 'asc' }, { recordedOn: 'desc' }, { recordedAt: 'desc' }],
  });
  const seen = new Set<string>();
  return rows.map((row) => {
    const product = `${row.mineral}/${row.form}`;
    const inForce = !seen.has(product);
    seen.add(product);
    return {
      id: row.id,
      mineral: row.mineral,
      form: row.form,
      referenceBps: row.referenceBps,
      perUnit: row.perUnit?.toFixed() ?? null,
      currency: row.currency,
      unit: row.unit,
      source: row.source,
      recordedOn: row.recordedOn.toISOString().slice(0, 10),
      inForce,
    };
  });
}
