import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import { ensureStartingMethods } from '../methods/ensure-starting-methods.server';
import { newestOf } from '../methods/method-book';
import { readMethodBook } from '../methods/method-book.server';
import { methodKeyOf, type Method } from '../methods/method';
import { readProposal, type ProposalCode, type ProposalInput } from './read-proposal';

/** `madeFrom`: the version whose figures the form showed. */
type Asked = { actor: Actor; methodKey: string; madeFrom: string; proposal: ProposalInput };
type Reader = Parameters<typeof readMethodBook>[0];

/** The newest approved version of a method by its key. Throws NotFound. */
export async function newestMethod(deps: Reader, methodKey: string): Promise<Method> {
  const found = newestOf(await readMethodBook(deps)).find(({ id }) => methodKeyOf(id) === methodKey);
  if (!found) throw new NotFound('no such method');
  return found;
}

/** The method as it would be, to look at; nothing is stored. */
export async function draftMethod(
  deps: Deps,
  { methodKey, madeFrom, proposal }: Omit<Asked, 'actor'>,
): Promise<Result<Method, ProposalCode | 'newer-version'>> {
  const method = await newestMethod(deps, methodKey);
  if (method.id !== madeFrom) return newerVersion(method);
  const read = readProposal(method, proposal, { today: today(deps) });
  return read.ok ? ok({ ...method, ...read.value } as Method) : read;
}

/**
 * Keeps a change of terms as the method's next version, which waits for a second person. One proposal of a method at a time: two that wait
 * would each be approved without the other in view.
 */
export async function proposeMethod(
  deps: Deps,
  { actor, methodKey, madeFrom, proposal, requestId }: Asked & { requestId: string },
): Promise<Result<{ methodId: string }, ProposalCode | 'already-waiting' | 'newer-version'> | Refusal<'key-reused'>> {
  if (!can(actor, 'method:propose')) throw new Forbidden();
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'propose-method', input: { ...proposal, madeFrom }, now },
      async () => {
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`method:${methodKey}`}))`;
        const waiting = await tx.methodVersion.findFirst({ where: { methodKey, starting: false, decision: null } });
        if (waiting)
          return refuse('already-waiting', 'pricing:methods.refusal.alreadyWaiting', { params: { id: waiting.id } });
        const method = await newestMethod({ db: tx, clock: deps.clock }, methodKey);
        // Figures that somebody else's change has replaced would come back unseen.
        if (method.id !== madeFrom) return newerVersion(method);
        const read = readProposal(method, proposal, { today: today(deps) });
        if (!read.ok) return read;
        await ensureStartingMethods({ db: tx, clock: deps.clock });
        const last = await tx.methodVersion.aggregate({ where: { methodKey }, _max: { version: true } });
        const version = (last._max.version ?? 0) + 1;
        const methodId = `${methodKey}/${version}`;
        await tx.methodVersion.create({
          data: {
            id: methodId,
            methodKey,
            version,
            covers: read.value.covers.map(({ mineral, form }) => `${mineral}/${form}`),
            definition: read.value,
            proposedBy: actor.name,
            proposedById: actor.userId,
            reason: proposal.reason.trim(),
            proposedAt: now,
          },
        });
        await recordAudit(tx, deps, {
          actor,
          action: 'method:propose',
          subjectKind: 'method',
          subjectId: methodId,
          detail: { follows: method.id },
        });
        return ok({ methodId });
      },
    ),
  );
}

function newerVersion({ id }: Method): Refusal<'newer-version'> {
  return refuse('newer-version', 'pricing:methods.refusal.newerVersion', { params: { id } });
}

function today(deps: Pick<Deps, 'clock'>): string {
  return deps.clock.now().toISOString().slice(0, 10);
}
