import { plain } from '#app/money/decimal';
import type { Deps } from '#app/platform/deps';
import { SETTINGS } from '../series/series-identity';
import type { ProposalFacts } from './proposal-facts.schema';

/** One setting of a series that is there, and what a proposal would make of it. */
export type SettingChange = { name: (typeof SETTINGS)[number]; before: string; after: string };

/** What approving a description would change of its series; null for anything else, and for a series that is new. */
export async function compareSettings(
  { db }: Pick<Deps, 'db'>,
  { kind, facts }: ProposalFacts,
): Promise<SettingChange[] | null> {
  if (kind !== 'series') return null;
  const known = await db.series.findUnique({ where: { key: facts.key } });
  if (!known) return null;
  const before = { ...known, quarantinePct: plain(known.quarantinePct.toFixed()) };
  return SETTINGS.map((name) => ({ name, before: String(before[name]), after: String(facts[name]) })).filter(
    (change) => change.before !== change.after,
  );
}
