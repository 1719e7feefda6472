import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { splitRequestKey } from '#app/platform/http/request-key.server';
import { ok, refuse, type Result } from '#app/platform/result';
import { toGsm7 } from '#app/platform/sms/gsm7';
import type { Person } from '../actor';
import { countAttempt } from '../sign-in/limit-attempts.server';
import { hashDocument, hashPhone } from './hash-identity.server';
import type { IdentityClaimInput } from './identity-claim.schema';

const CODE_MINUTES = 15;
const MAX_CODE_TRIES = 5;

/**
 * An account says whose it is: a paper's number and a phone, of which only keyed hashes are kept, and a code goes to the phone. It counts once the
 * code came back and an officer has seen the paper. Saying it again replaces what nobody has confirmed yet.
 */
export async function claimIdentity(
  deps: Deps,
  { person, claim, requestId }: { person: Person; claim: IdentityClaimInput; requestId: string },
): Promise<Result<null, 'too-many-attempts' | 'confirmed' | 'key-reused'>> {
  const phoneHashes = hashPhone(deps.settings, claim.phone);
  const wait = Math.max(
    await countAttempt(deps, { kind: 'phone-code', who: person.userId }),
    await countAttempt(deps, { kind: 'phone-code', who: phoneHashes[0] ?? '' }),
  );
  if (wait > 0)
    return refuse('too-many-attempts', 'identity:refusal.tooManyAttempts', {
      params: { minutes: Math.ceil(wait / 60) },
    });
  const now = deps.clock.now();
  const code = randomInt(0, 1_000_000).toString().padStart(6, '0');
  const facts = {
    documentKind: claim.kind,
    documentCountry: claim.country,
    documentHash: hashDocument(deps.settings, claim)[0] ?? '',
    phoneHashes,
    phoneVerifiedAt: null,
    codeHash: hashCode(person.userId, code),
    codeExpiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
    codeTries: 0,
    claimedAt: now,
  };
  // Without the digest of what was sent: no hash of number and phone is kept that has no key.
  const intent = {
    ...{ key: splitRequestKey(requestId).id, actorId: person.userId, action: 'person:claim', now },
    input: { documentHash: facts.documentHash, phoneHash: phoneHashes[0] ?? '' },
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<null, 'confirmed'>> => {
      const user = await tx.user.findUniqueOrThrow({ where: { id: person.userId }, select: { personId: true } });
      if (user.personId) return refuse('confirmed', 'identity:persons.refusal.confirmed');
      await tx.identityClaim.upsert({
        where: { userId: person.userId },
        create: { userId: person.userId, ...facts },
        update: facts,
      });
      const t = translator(isLocale(person.locale) ? person.locale : 'en');
      const text = toGsm7(t('identity:persons.sms', { code, minutes: CODE_MINUTES }));
      await deps.jobs.enqueue(tx, 'send-sms', { to: claim.phone, text });
      await recordAudit(tx, deps, {
        actor: person.actor ?? null,
        action: 'person:claim',
        subjectKind: 'user',
        subjectId: person.userId,
        detail: { kind: claim.kind, country: claim.country },
      });
      return ok(null);
    }),
  );
}

/** The code that came to the phone. Five wrong ones make it worthless. */
export async function verifyPhone(
  deps: Deps,
  { person, code }: { person: Person; code: string },
): Promise<Result<null, 'code'>> {
  const refused = refuse('code' as const, 'identity:persons.refusal.code', { path: 'code' });
  const { userId } = person;
  const now = deps.clock.now();
  return inTransaction(deps.db, async (tx) => {
    // Counted before it is compared, so that tries at one moment all count.
    const [claim] = await tx.$queryRaw<{ codeHash: string | null; phoneVerifiedAt: Date | null }[]>`
      UPDATE "IdentityClaim" SET "codeTries" = "codeTries" + 1
       WHERE "userId" = ${userId} AND ("phoneVerifiedAt" IS NOT NULL
          OR ("codeTries" < ${MAX_CODE_TRIES} AND "codeExpiresAt" > ${now}))
      RETURNING "codeHash", "phoneVerifiedAt"`;
    if (claim?.phoneVerifiedAt) return ok(null);
    const given = hashCode(userId, code.replace(/\D/g, ''));
    if (!claim?.codeHash || !timingSafeEqual(Buffer.from(claim.codeHash), Buffer.from(given))) return refused;
    await tx.identityClaim.update({
      where: { userId },
      data: { phoneVerifiedAt: now, codeHash: null, codeExpiresAt: null },
    });
    return ok(null);
  });
}

function hashCode(userId: string, code: string): string {
  return createHash('sha256').update(`${userId}:${code}`).digest('base64url');
}
