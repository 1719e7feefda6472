import type { Actor } from '#app/identity/actor';
import { isCurrency } from '#app/money/currency';
import { parseAmount } from '#app/money/money';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { ok, refuse, type Result } from '#app/platform/result';
import { computeBand } from './lots/band/lot-band.server';
import { writeLotBand } from './lots/band/write-lot-bands.server';
import { lotFacts } from './lots/lot-facts';
import { statesBefore } from './lots/lot-lifecycle';
import { wrongState } from './input/lot-refusal';
import { orAmbiguous, readTypedDecimal } from '#app/money/typed-decimal';

const MAX_ASK = '100000000000';

/**
 * Changes what a listed lot asks for its whole quantity, as the market moves; everything else that staff approved stays. Orders placed
 * before keep their price. `ask` as typed in the language, in major units of the lot's own currency.
 */
export async function repriceLot(
  deps: Deps,
  { actor, lotId, ask, locale }: { actor: Actor; lotId: string; ask: string; locale?: string },
): Promise<Result<{ lotId: string }, 'ask' | 'lot-state'>> {
  const lot = await deps.db.lot.findUnique({ where: { id: lotId, cooperativeId: actor.organisationId } });
  if (!lot) throw new NotFound();
  const typed = readTypedDecimal(ask, { maxDecimals: 6, max: MAX_ASK, ...(locale ? { locale } : {}) });
  if ('readings' in typed) return orAmbiguous(refuse('ask', 'catalogue:issue.notANumber', { path: 'ask' }), typed);
  const asked = 'value' in typed && isCurrency(lot.currency) ? parseAmount(typed.value, lot.currency) : null;
  if (!asked) return refuse('ask', 'catalogue:issue.notANumber', { path: 'ask' });
  const band = await computeBand(deps, { facts: lotFacts(lot), askMinor: asked.minor });

  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.lot.updateMany({
      where: { id: lotId, state: { in: statesBefore('reprice') } },
      data: { askMinor: asked.minor },
    });
    if (count === 0) return wrongState();
    await writeLotBand(tx, deps, lotId, band);
    await recordAudit(tx, deps, {
      actor,
      action: 'lot:reprice',
      subjectKind: 'lot',
      subjectId: lotId,
      detail: { from: lot.askMinor.toString(), to: asked.minor.toString(), currency: lot.currency },
    });
    return ok({ lotId });
  });
}
