import { dayOf, dayStart, isDay } from '#app/money/calendar-day';
import type { Tx } from '#app/platform/db/connect.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import type { Actor } from '#app/identity/actor';
import { mayChangeEvidence } from '../application-lifecycle';
import { inspectFile, type FileRefusal, type InspectedFile } from '../documents/inspect-file.server';
import { keepDocument } from '../documents/store-document.server';
import { findRequirement, type Requirement } from '../requirements';
import { lockApplication } from './lock-application.server';

type EvidenceInput = {
  actor: Actor;
  requirementKey: string;
  file: { name: string; bytes: Uint8Array } | null;
  statement: string;
  /** `YYYY-MM-DD` or ''. */
  expiresOn: string;
  requestId: string;
};

type EvidenceRefusal =
  FileRefusal | 'requirement' | 'choice' | 'statement' | 'expires-on' | 'expired' | 'locked' | 'key-reused';

const ACTION = 'evidence:record';

/** Puts forward what meets one requirement, in place of what was there. Refusals name the field (`file`, `statement`, `expiresOn`). */
export async function recordEvidence(
  deps: Deps,
  input: EvidenceInput,
): Promise<Result<{ evidenceId: string }, EvidenceRefusal>> {
  const { actor, requirementKey, requestId } = input;
  const { organisationKind: kind, countryCode, organisationId } = actor;
  const requirement = kind === 'programme' ? null : findRequirement({ kind, countryCode }, requirementKey);
  if (!requirement || requirement.form === 'computed') return refuse('requirement', 'verification:refusal.requirement');
  const now = deps.clock.now();
  const problem = checkWords(requirement, input, dayOf(now));
  if (problem) return problem;
  let file: InspectedFile | null = null;
  if (requirement.form === 'document') {
    const inspected = await inspectFile(deps, {
      ...{ actor, file: input.file, path: 'file' },
      write: { key: requestId, action: ACTION },
    });
    if (!inspected.ok) return inspected;
    file = inspected.value;
  }
  const intent = {
    key: requestId,
    actorId: actor.userId,
    action: ACTION,
    input: {
      organisationId,
      requirementKey,
      statement: input.statement,
      expiresOn: input.expiresOn,
      file: input.file?.name ?? null,
    },
    now,
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async () => {
      const application = await lockApplication(tx, { organisationId });
      if (!mayChangeEvidence(application.state)) return refuse('locked', 'verification:refusal.locked');
      return ok(await replaceEvidence(tx, deps, { input, file }));
    }),
  );
}

function checkWords(
  requirement: Requirement,
  { statement, expiresOn }: EvidenceInput,
  today: string,
): Refusal<EvidenceRefusal> | null {
  if (requirement.form === 'choice' && !requirement.choices.includes(statement)) {
    return refuse('choice', 'verification:refusal.choice', { path: 'statement' });
  }
  if (requirement.form === 'text' && (statement.length < 10 || statement.length > 4000)) {
    return refuse('statement', 'verification:refusal.statement', { path: 'statement' });
  }
  if (requirement.expires === 'never' || (requirement.expires === 'optional' && expiresOn === '')) return null;
  if (!isDay(expiresOn)) return refuse('expires-on', 'verification:refusal.expiresOn', { path: 'expiresOn' });
  if (expiresOn < today) return refuse('expired', 'verification:refusal.expired', { path: 'expiresOn' });
  return null;
}

async function replaceEvidence(
  tx: Tx,
  deps: Deps,
  { input, file }: { input: EvidenceInput; file: InspectedFile | null },
): Promise<{ evidenceId: string }> {
  const { actor, requirementKey, statement, expiresOn } = input;
  const { organisationId } = actor;
  const now = deps.clock.now();
  const evidenceId = deps.newId();
  const kept = file ? await keepDocument(tx, deps, { actor, kind: requirementKey, file }) : null;
  await tx.evidence.updateMany({
    where: { organisationId, requirementKey, replacedAt: null },
    data: { replacedAt: now },
  });
  await tx.evidence.create({
    data: {
      id: evidenceId,
      organisationId,
      requirementKey,
      documentId: kept?.documentId ?? null,
      statement: file ? null : statement,
      expiresOn: expiresOn ? dayStart(expiresOn) : null,
      recordedById: actor.userId,
      recordedAt: now,
    },
  });
  await recordAudit(tx, deps, {
    actor,
    action: 'evidence:record',
    subjectKind: 'evidence',
    subjectId: evidenceId,
    detail: { requirementKey },
  });
  return { evidenceId };
}
