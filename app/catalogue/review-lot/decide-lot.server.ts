import { lotMove } from '../vocabulary/lot-lifecycle';
import type { Actor } from '#app/identity/actor';
import { requireDistinctPersons, type PersonConflict } from '#app/identity/persons/require-distinct-persons.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { ok, refuse, type Result } from '#app/platform/result';
import { unpayableAsk } from '../ways-to-pay/ask-payable.server';
import { REASON_MIN_LENGTH } from '../below-floor/below-floor';
import { singleLineBreaks } from '#app/platform/text/read-note';
import { bandInForce } from '../lot-band/band-in-force.server';
import { wrongState } from '../vocabulary/lot-refusal';

const MAX_REASON = 1000;

type Decision = 'approve' | 'reject';

type Deciding = {
  actor: Actor;
  lotId: string;
  decision: Decision;
  reason: string;
  /** The ask that stood beside the decision. Another one is looked at anew. */
  seenAskMinor?: bigint;
  requestId?: string;
};

type Decided = Result<
  { lotId: string },
  | 'reason-missing'
  | 'reason-too-long'
  | 'note-missing'
  | 'ask-changed'
  | 'ask'
  | 'lot-state'
  | 'key-reused'
  | PersonConflict
>;

/**
 * Staff of the cooperative's programme list a submitted lot or send it back with a reason. One under the
 * floor is listed with a note of theirs. The decision keeps what was seen: the documents and the band. The
 * cooperative is told by mail, in its language.
 */
export async function decideLot(
  deps: Deps,
  { actor, lotId, decision, reason, seenAskMinor, requestId = deps.newId() }: Deciding,
): Promise<Decided> {
  const text = singleLineBreaks(reason).trim();
  if (decision === 'reject' && text.length < 3)
    return refuse('reason-missing', 'catalogue:refusal.reasonMissing', { path: 'reason' });
  if (text.length > MAX_REASON)
    return refuse('reason-too-long', 'catalogue:issue.textTooLong', { path: 'reason', params: { max: MAX_REASON } });

  const intent = {
    ...{ key: requestId, actorId: actor.userId, action: 'decide-lot', now: deps.clock.now() },
    input: { lotId, decision, text },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Decided> => {
      await tx.$queryRaw`SELECT 1 FROM "Lot" WHERE id = ${lotId}::uuid FOR NO KEY UPDATE`;
      const lot = await tx.lot.findUnique({ where: { id: lotId }, include: { documents: true } });
      const cooperative =
        lot &&
        (await tx.organisation.findUnique({ where: { id: lot.cooperativeId, programmeId: actor.organisationId } }));
      if (!lot || !cooperative) throw new NotFound();
      const now = deps.clock.now();
      const { band } = bandInForce(lot, now);
      if (lot.state === 'submitted') {
        // Sent back, a lot needs no known lister. But nobody decides for both sides.
        const others = decision === 'approve' ? [lot.createdById] : [];
        const conflict = await requireDistinctPersons(tx, { actor, others, sides: [lot.cooperativeId] });
        if (conflict) return conflict;
      }
      if (decision === 'approve' && lot.state === 'submitted') {
        const unpayable = await unpayableAsk(deps, lot);
        if (unpayable) {
          const { messageKey, params } = unpayable;
          return refuse('ask', messageKey, params ? { params } : {});
        }
        if (seenAskMinor !== undefined && seenAskMinor !== lot.askMinor)
          return refuse('ask-changed', 'catalogue:refusal.askChanged');
        if (band && lot.askMinor < band.floorMinor && text.length < REASON_MIN_LENGTH)
          return refuse('note-missing', 'catalogue:belowFloor.noteMissing', {
            path: 'reason',
            params: { min: REASON_MIN_LENGTH },
          });
      }
      const { from, data } = lotMove(decision, now);
      const moved = await tx.lot.updateMany({ where: { id: lotId, state: { in: from } }, data });
      if (moved.count === 0) return wrongState();
      await tx.review.create({
        data: {
          id: deps.newId(),
          subjectKind: 'lot',
          subjectId: lotId,
          decision: decision === 'approve' ? 'accepted' : 'rejected',
          reason: text || null,
          evidenceSeen: {
            documents: lot.documents.map((document) => document.documentId),
            band: band?.method ?? null,
            verdict: band?.verdict ?? null,
            askMinor: lot.askMinor.toString(),
            currency: lot.currency,
          },
          authorId: actor.userId,
          decidedAt: now,
        },
      });
      await recordAudit(tx, deps, {
        ...{ actor, action: `lot:${decision}`, subjectKind: 'lot', subjectId: lotId },
      });
      await tellCooperative(tx, deps, { cooperativeId: cooperative.id, lot, decision, reason: text });
      return ok({ lotId });
    }),
  );
}

async function tellCooperative(
  tx: Tx,
  deps: Deps,
  told: {
    cooperativeId: string;
    lot: { id: string; title: string; number: string };
    decision: Decision;
    reason: string;
  },
): Promise<void> {
  const people = await tx.membership.findMany({
    where: { organisationId: told.cooperativeId, role: { in: ['manager', 'treasurer'] } },
    select: { user: { select: { email: true, locale: true } } },
    orderBy: { id: 'asc' },
  });
  const { lot, decision, reason } = told;
  for (const { user } of people) {
    const t = translator(isLocale(user.locale) ? user.locale : 'en');
    const url = `${deps.settings.publicUrl}/cooperative/lots/${lot.id}`;
    const facts = { title: lot.title, number: lot.number, reason, url };
    const subject =
      decision === 'approve' ? t('catalogue:mail.listedSubject', facts) : t('catalogue:mail.returnedSubject', facts);
    const body =
      decision === 'approve' ? t('catalogue:mail.listedText', facts) : t('catalogue:mail.returnedText', facts);
    await deps.jobs.enqueue(tx, 'send-mail', { to: user.email, subject, text: body });
  }
}
