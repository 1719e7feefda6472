import type { Deps } from '#app/platform/deps';

type ProgrammeChoice = { id: string; name: string; countryCode: string };

/** The programmes that a new organisation can apply to. */
export async function listProgrammes(deps: Pick<Deps, 'db'>): Promise<ProgrammeChoice[]> {
  return deps.db.organisation.findMany({
    where: { kind: 'programme' },
    select: { id: true, name: true, countryCode: true },
    orderBy: { name: 'asc' },
  });
}
