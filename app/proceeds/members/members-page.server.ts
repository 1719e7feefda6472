import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { isSex, type Sex } from './sex';

export type MemberLine = {
  id: string;
  code: string;
  name: string;
  sex: Sex;
  task: string;
  hours: string;
  contribution: string;
  active: boolean;
};

export type MembersPage = {
  members: MemberLine[];
  editing: MemberLine | null;
  canWrite: boolean;
  counts: Record<Sex, number>;
};

/**
 * The roll of the actor's own cooperative, active people first. `editId` picks the line that the form shows.
 */
export async function membersPage(
  deps: Deps,
  { actor, editId }: { actor: Actor; editId: string | null },
): Promise<MembersPage> {
  const members = await memberRoll(deps, actor.organisationId);
  const editing = editId ? members.find(({ id }) => id === editId) : null;
  if (editing === undefined) throw new NotFound('member of another cooperative');
  const active = members.filter((member) => member.active);
  const counts = { female: 0, male: 0, unknown: 0 };
  for (const { sex } of active) counts[sex] += 1;
  return { members, editing, canWrite: can(actor, 'member-roll:write'), counts };
}

export async function memberRoll(deps: Pick<Deps, 'db'>, cooperativeId: string): Promise<MemberLine[]> {
  const rows = await deps.db.cooperativeMember.findMany({
    where: { cooperativeId },
    orderBy: [{ active: 'desc' }, { code: 'asc' }],
  });
  return rows.map(({ id, code, name, sex, task, hours, contribution, active }) => ({
    id,
    code,
    name,
    sex: isSex(sex) ? sex : 'unknown',
    task,
    hours: hours.toFixed(),
    contribution: contribution.toFixed(),
    active,
  }));
}
