import type { Tx } from '#app/platform/db/connect.server';
import { isAcceptedState } from './application-lifecycle';

/** Whether an organisation may trade: its programme has accepted it, with or without an improvement plan. */
export async function isAccepted(tx: Tx, organisationId: string): Promise<boolean> {
  const application = await tx.application.findUnique({ where: { organisationId }, select: { state: true } });
  return application !== null && isAcceptedState(application.state);
}
