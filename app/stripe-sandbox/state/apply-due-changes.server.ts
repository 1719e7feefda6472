import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { SandboxContext } from '../sandbox-context.server';
import { endBankTransfer } from './bank-transfer.server';
import { expireIfOver } from './expire-session.server';
import { lockSession } from './row-locks.server';

const AT_ONCE = 200;

/**
 * What time alone brings: sessions that are over expire, transfers that were told to arrive by now arrive.
 */
export async function applyDueChanges(context: Omit<SandboxContext, 'deliverSoon' | 'delivered'>): Promise<void> {
  const now = context.now();
  const over = await context.db.sandboxCheckoutSession.findMany({
    where: { status: 'open', expiresAt: { lte: now } },
    select: { id: true },
    take: AT_ONCE,
  });
  for (const { id } of over) {
    await inTransaction(context.db, async (tx) => {
      const session = await lockSession(tx, id);
      if (session) await expireIfOver({ ...context, tx }, session);
    });
  }
  const arriving = await context.db.sandboxPaymentIntent.findMany({
    where: { status: { in: ['requires_action', 'processing'] }, arrivesAt: { lte: now } },
    select: { sessionId: true },
    take: AT_ONCE,
  });
  for (const { sessionId } of arriving) await endBankTransfer(context, { sessionId, arrived: true });
}
