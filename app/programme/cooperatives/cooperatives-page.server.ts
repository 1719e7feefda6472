import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { loadYear } from '../indicators/year.server';
import { cooperativeLines, type CooperativeLine } from './cooperative-lines.server';

export type CooperativesPage = { programmeName: string; from: string; to: string; lines: CooperativeLine[] };

/** Every cooperative of the actor's programme with its year. */
export async function cooperativesPage(deps: Deps, { actor }: { actor: Actor }): Promise<CooperativesPage> {
  const programmeId = actor.organisationId;
  const year = await loadYear(deps, { programmeId, asOf: null });
  const { months } = year.period;
  return {
    programmeName: actor.organisationName,
    from: months[0] ?? '',
    to: months.at(-1) ?? '',
    lines: await cooperativeLines(deps, programmeId, year),
  };
}
