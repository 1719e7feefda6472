import type { Deps } from '#app/platform/deps';
import { isUniqueViolation } from '#app/platform/db/map-error.server';
import { ok, refuse, type Result } from '#app/platform/result';
import { hashPassword } from './password.server';

/**
 * Makes an account with a password whose mailbox counts as proven, in the shape that better-auth reads: for the demo and for tests. Who signs up
 * proves it by a link (sign-up.server.ts).
 */
export async function createUser(
  deps: Pick<Deps, 'db' | 'clock' | 'newId'>,
  { name, email, password, locale }: { name: string; email: string; password: string; locale: string },
): Promise<Result<{ userId: string }, 'email-taken'>> {
  const userId = deps.newId();
  const now = deps.clock.now();
  const hash = await hashPassword(password);
  try {
    await deps.db.user.create({
      data: {
        id: userId,
        name,
        email: email.toLowerCase(),
        emailVerified: true,
        locale,
        createdAt: now,
        updatedAt: now,
        credentials: {
          create: {
            id: deps.newId(),
            accountId: userId,
            providerId: 'credential',
            password: hash,
            createdAt: now,
            updatedAt: now,
          },
        },
      },
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse('email-taken', 'identity:refusal.emailTaken', { path: 'email' });
    throw error;
  }
  return ok({ userId });
}
