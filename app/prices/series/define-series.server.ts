import type { Tx } from '#app/platform/db/connect.server';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import { otherIdentity, type SeriesIdentity, type SeriesSettings } from './series-identity';

export type SeriesInput = { key: string } & SeriesIdentity & SeriesSettings;

/**
 * Makes a series of the operator's own. One that is there keeps all that its figures rest on; only its settings are replaced. Who may do so, and that two people
 * did, is the caller's business.
 */
export async function defineSeries(
  tx: Pick<Tx, 'series' | '$executeRaw'>,
  input: SeriesInput,
): Promise<Result<{ key: string }, 'series-known'>> {
  const { key, currency, per } = input;
  // Of two new ones under one key the second must see the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`series:${key}`}))`;
  const other = await seriesKnown(tx, input);
  if (other) return other;
  const data = { ...input, unit: `${currency}/${per}`, frequency: 'monthly' };
  await tx.series.upsert({ where: { key }, create: data, update: data });
  return ok({ key });
}

/** The refusal of a description under a key that another series has; null where the key is free or the series is the same. */
export async function seriesKnown(
  { series }: Pick<Tx, 'series'>,
  input: { key: string } & SeriesIdentity,
): Promise<Refusal<'series-known'> | null> {
  const { key } = input;
  const known = await series.findUnique({ where: { key } });
  const field = known && otherIdentity(known, input);
  if (!field) return null;
  return refuse('series-known', 'pricing:rates.refusal.seriesKnown', { path: 'key', params: { key, field } });
}
