import type { Deps } from '#app/platform/deps';

/** Names of people by their ids, for those ids that are people's: others are feeds and commands. */
export async function namesOf(
  deps: Pick<Deps, 'db'>,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null && !id.includes(':') && id !== ''))] as string[];
  if (asked.length === 0) return new Map();
  const rows = await deps.db.user.findMany({ where: { id: { in: asked } }, select: { id: true, name: true } });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
