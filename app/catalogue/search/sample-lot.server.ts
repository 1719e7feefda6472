import type { Deps } from '#app/platform/deps';

/** The id of the lot that was listed last, for examples that work; null while nothing is listed. */
export async function sampleLot({ db }: Pick<Deps, 'db'>): Promise<string | null> {
  const newest = await db.lot.findFirst({
    where: { state: 'listed' },
    orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return newest?.id ?? null;
}
