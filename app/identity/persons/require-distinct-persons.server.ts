import type { Tx } from '#app/platform/db/connect.server';
import { refuse, type Refusal } from '#app/platform/result';
import type { Actor } from '../actor';

export type PersonConflict =
  'person-unconfirmed' | 'other-unconfirmed' | 'same-person' | 'both-sides' | 'shared-device' | 'shared-account';

type Step = {
  actor: Pick<Actor, 'userId' | 'organisationId'>;
  /** Accounts that took the earlier steps of the same thing. Null where a step was nobody's. */
  others?: readonly (string | null)[];
  /** Organisations on the other side of the step: nobody here may belong to two of them, the actor's own among them. */
  sides?: readonly string[];
  /** Whose payout account is used: no other organisation may be paid there. */
  payee?: string;
};

/** How long two persons who used one browser count as one hand. */
const DEVICE_DAYS = 180;

/**
 * Null where the persons of a two-person or two-sided step are different human beings who stand on one side each; else the refusal that closes
 * the step. Call it inside the transaction, after the row is locked, at the step that cannot be taken back. It compares persons, not accounts:
 * who has none yet is not known to be another, so the step stays closed. Two statements at most.
 * A page asks it too, without a transaction, to say beforehand what the step will answer.
 */
export async function requireDistinctPersons(
  tx: Pick<Tx, '$queryRaw'>,
  step: Step,
): Promise<Refusal<PersonConflict> | null> {
  const { actor, sides = [], payee } = step;
  const others = [...new Set(step.others?.flatMap((id) => (id === null ? [] : [id])) ?? [])];
  const organisations = [...new Set([actor.organisationId, ...sides])];
  const rows = await involved(tx, [actor.userId, ...others], organisations);
  const own = rows.find((row) => row.userId === actor.userId);
  if (!own?.personId) return refuse('person-unconfirmed', 'identity:persons.refusal.unconfirmed');
  for (const userId of others) {
    const other = rows.find((row) => row.userId === userId);
    // One account is one person, whether or not anybody has seen the paper.
    if (userId === actor.userId || other?.personId === own.personId)
      return refuse('same-person', 'identity:persons.refusal.samePerson');
    if (!other?.personId) return refuse('other-unconfirmed', 'identity:persons.refusal.otherUnconfirmed');
  }
  if (sides.length > 0 && rows.some((row) => row.sides > 1))
    return refuse('both-sides', 'identity:persons.refusal.bothSides');
  if (rows.some((row) => row.device)) return refuse('shared-device', 'identity:persons.refusal.sharedDevice');
  if (payee && (await sharesAccount(tx, payee)))
    return refuse('shared-account', 'identity:persons.refusal.sharedAccount');
  return null;
}

/**
 * Null where the actor, through all accounts of the same person, belongs to one of these organisations only. For steps that one person takes alone,
 * papers seen or not.
 */
export async function requireOneSide(
  tx: Pick<Tx, '$queryRaw'>,
  { actor, sides }: { actor: Step['actor']; sides: readonly string[] },
): Promise<Refusal<'both-sides'> | null> {
  const rows = await involved(tx, [actor.userId], [...new Set([actor.organisationId, ...sides])]);
  return rows.some((row) => row.sides > 1) ? refuse('both-sides', 'identity:persons.refusal.bothSides') : null;
}

type Involved = { userId: string; personId: string | null; sides: number; device: boolean };

/**
 * Each account with its person, how many of the organisations that person belongs to through any account, and whether a browser of his or hers
 * is another's of these too. FOR SHARE: nobody is linked to another person while the step is taken.
 */
function involved(tx: Pick<Tx, '$queryRaw'>, userIds: string[], organisations: string[]): Promise<Involved[]> {
  return tx.$queryRaw<Involved[]>`
    WITH asked AS (SELECT id, "personId" FROM "User" WHERE id = ANY(${userIds}) ORDER BY id FOR SHARE),
    hands AS (
      SELECT a.id AS "userId", a.id AS account FROM asked a
      UNION SELECT a.id, u.id FROM asked a JOIN "User" u ON u."personId" = a."personId")
    SELECT a.id AS "userId", a."personId",
           (SELECT count(DISTINCT m."organisationId")::int FROM hands h JOIN "Membership" m ON m."userId" = h.account
             WHERE h."userId" = a.id AND m."organisationId" = ANY(${organisations}::uuid[])) AS sides,
           EXISTS (SELECT 1 FROM hands h JOIN "UserDevice" d ON d."userId" = h.account
                     JOIN "UserDevice" e ON e."deviceHash" = d."deviceHash" AND e."lastSeen" > now() - make_interval(days => ${DEVICE_DAYS})
                     JOIN hands o ON o.account = e."userId" AND o."userId" <> a.id
                    WHERE h."userId" = a.id AND d."lastSeen" > now() - make_interval(days => ${DEVICE_DAYS})) AS device
      FROM asked a`;
}

/** Whether another organisation is paid to the same account. */
async function sharesAccount(tx: Pick<Tx, '$queryRaw'>, organisationId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ shared: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM "PayoutDestination" own JOIN "PayoutDestination" other
        ON other."accountNumber" = own."accountNumber" AND other.method = own.method
       AND other."organisationId" <> own."organisationId" AND other."retiredAt" IS NULL
       AND (own.method <> 'bank' OR lower(other.provider) = lower(own.provider))
     WHERE own."organisationId" = ${organisationId}::uuid AND own."retiredAt" IS NULL) AS shared`;
  return row?.shared ?? false;
}
