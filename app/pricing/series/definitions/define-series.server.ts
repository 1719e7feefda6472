import type { Tx } from '#app/platform/db/connect.server';
import { ok, refuse, type Result } from '#app/platform/result';

export type SeriesInput = {
  key: string;
  commodity: string;
  currency: string;
  per: string;
  source: string;
  licence: string;
  attribution: string;
  pageUrl: string;
  freshDays: number;
  staleDays: number;
  quarantinePct: string;
};

/**
 * Makes a series of the operator's own. One that is there keeps its unit, since its figures are counted in it; its other settings are replaced. Who may do so, and
 * that two people did, is the caller's business.
 */
export async function defineSeries(
  tx: Pick<Tx, 'series'>,
  input: SeriesInput,
): Promise<Result<{ key: string }, 'series-unit'>> {
  const { key, currency, per } = input;
  const data = { ...input, unit: `${currency}/${per}`, frequency: 'monthly' };
  const known = await tx.series.findUnique({ where: { key }, select: { unit: true } });
  if (known && known.unit !== data.unit)
    return refuse('series-unit', 'pricing:rates.refusal.otherUnit', { params: { unit: known.unit }, path: 'per' });
  await tx.series.upsert({ where: { key }, create: data, update: data });
  return ok({ key });
}
