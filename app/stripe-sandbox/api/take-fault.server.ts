import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Db } from '#app/platform/db/connect.server';
import { keepControl, readControl } from '../state/controls.server';

/** One of the faults that were asked for, counted down once over all processes. Null when none is left. */
export async function takeFault(db: Db): Promise<{ status: number; moment: 'before' | 'after' } | null> {
  if ((await readControl(db, 'fault')).times === 0) return null;
  return inTransaction(db, async (tx) => {
    await tx.$queryRaw`SELECT 1 AS locked FROM "SandboxControl" WHERE key = 'fault' FOR UPDATE`;
    const fault = await readControl(tx, 'fault');
    if (fault.times === 0) return null;
    await keepControl(tx, 'fault', { ...fault, times: fault.times - 1 });
    return fault;
  });
}
