import { createHash, randomBytes } from 'node:crypto';
import type { Deps } from '#app/platform/deps';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { ok, refuse, type Result } from '#app/platform/result';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import type { Actor } from '../actor';
import { isRoleOf, ROLE_LABEL } from '../roles';
import { countAttempt } from '../sign-in/limit-attempts.server';
import { emailSchema } from '../sign-in/person.schema';

const VALID_DAYS = 7;

export function hashInvitationToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

type InviteRefusal = 'email' | 'role' | 'already-member' | 'too-many-attempts' | 'key-reused';

/**
 * Sends a link that lets its reader join with a role, for a week. Only a hash of the link's secret is kept. A newer invitation to the
 * same address replaces the older one.
 */
export async function inviteMember(
  deps: Deps,
  { actor, email, role, requestId }: { actor: Actor; email: string; role: string; requestId: string },
): Promise<Result<{ invitationId: string }, InviteRefusal>> {
  const parsed = emailSchema.safeParse(email);
  if (!parsed.success) return refuse('email', 'identity:refusal.email', { path: 'email' });
  if (!isRoleOf(actor.organisationKind, role)) return refuse('role', 'identity:refusal.role', { path: 'role' });
  const wait = await countAttempt(deps, { kind: 'invite-organisation', who: actor.organisationId });
  if (wait > 0)
    return refuse('too-many-attempts', 'identity:refusal.tooManyAttempts', {
      params: { minutes: Math.ceil(wait / 60) },
    });

  const address = parsed.data;
  const { organisationId } = actor;
  const now = deps.clock.now();
  return inTransaction(deps.db, (tx) =>
    withIdempotency(
      tx,
      { key: requestId, actorId: actor.userId, action: 'member:invite', input: { organisationId, address, role }, now },
      async () => {
        const member = await tx.membership.findFirst({
          where: { organisationId, user: { email: address } },
          select: { id: true },
        });
        if (member) return refuse('already-member', 'identity:refusal.alreadyMember', { path: 'email' });
        await tx.invitation.deleteMany({ where: { organisationId, email: address, acceptedAt: null } });
        const token = randomBytes(24).toString('base64url');
        const invitationId = deps.newId();
        await tx.invitation.create({
          data: {
            id: invitationId,
            organisationId,
            email: address,
            role,
            tokenHash: hashInvitationToken(token),
            invitedById: actor.userId,
            createdAt: now,
            expiresAt: new Date(now.getTime() + VALID_DAYS * 86_400_000),
          },
        });
        // An invited person's language is not known yet unless he or she has an account: the inviter's is the best guess.
        const reader = await tx.user.findUnique({ where: { email: address }, select: { locale: true } });
        const locale = reader?.locale ?? actor.locale;
        const t = translator(isLocale(locale) ? locale : 'en');
        await deps.jobs.enqueue(tx, 'send-mail', {
          to: address,
          subject: t('identity:mail.invitation.subject', { organisation: actor.organisationName }),
          text: t('identity:mail.invitation.text', {
            inviter: actor.name,
            organisation: actor.organisationName,
            role: t(ROLE_LABEL[role]),
            url: `${deps.settings.publicUrl}/invitations/${token}`,
            days: VALID_DAYS,
          }),
        });
        await recordAudit(tx, deps, {
          actor,
          action: 'member:invite',
          subjectKind: 'invitation',
          subjectId: invitationId,
          detail: { role },
        });
        return ok({ invitationId });
      },
    ),
  );
}
