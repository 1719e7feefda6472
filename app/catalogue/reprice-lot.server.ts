import type { Actor } from '#app/identity/actor';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { recordAudit } from '#app/platform/audit/record-audit.server';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import { unpayableAsk } from './lots/ask-payable.server';
import { computeBand } from './lots/band/lot-band.server';
import { writeLotBand } from './lots/band/write-lot-bands.server';
import { lotFacts } from './lots/lot-facts';
import { statesBefore } from './lots/lot-lifecycle';
import { wrongState } from './input/lot-refusal';
import { readAskAlone } from './input/read-lot-input';
import { unlikelyAsk, type UnlikelyAsk } from './lots/unlikely-ask';

type Repricing = {
  actor: Actor;
  lotId: string;
  /** As typed in the language, in major units of the lot's own currency. */
  ask: string;
  locale?: string;
  /** Minor units of the unlikely ask that somebody said is meant; another one is asked about anew. */
  meant?: string;
};

type RefusedAsk = Refusal<'unlikely-ask'> & { readonly unlikely: UnlikelyAsk };

/**
 * Changes what a listed lot asks for its whole quantity, as the market moves; everything else that staff approved stays. Orders placed
 * before keep their price. What is far from the band changes nothing before somebody has said that it is meant.
 */
export async function repriceLot(
  deps: Deps,
  { actor, lotId, ask, locale, meant }: Repricing,
): Promise<Result<{ lotId: string; isNew: boolean }, 'ask' | 'lot-state'> | RefusedAsk> {
  const lot = await deps.db.lot.findUnique({ where: { id: lotId, cooperativeId: actor.organisationId } });
  if (!lot) throw new NotFound();
  if (!statesBefore('reprice').includes(lot.state)) return wrongState();
  const read = readAskAlone({ ask, currency: lot.currency, ...(locale ? { locale } : {}) });
  if (!('money' in read)) {
    const { messageKey, params } = read;
    return refuse('ask', messageKey, { path: 'ask', ...(params ? { params } : {}) });
  }
  const { money: asked } = read;
  if (asked.minor === lot.askMinor) return ok({ lotId, isNew: false });
  const computed = await computeBand(deps, { facts: lotFacts(lot), askMinor: asked.minor });
  const unlikely = unlikelyAsk(asked.minor, { band: computed.band, inForceMinor: lot.askMinor });
  if (unlikely && meant !== asked.minor.toString())
    return { ...refuse('unlikely-ask', 'catalogue:own.unlikely', { path: 'ask' }), unlikely };

  const unpayable = await unpayableAsk(deps, { ...lot, askMinor: asked.minor });
  if (unpayable) {
    const { messageKey, params } = unpayable;
    return refuse('ask', messageKey, { path: 'ask', ...(params ? { params } : {}) });
  }

  return inTransaction(deps.db, async (tx) => {
    const { count } = await tx.lot.updateMany({
      where: { id: lotId, state: { in: statesBefore('reprice') } },
      data: { askMinor: asked.minor },
    });
    if (count === 0) return wrongState();
    await writeLotBand(tx, deps, lotId, computed);
    await recordAudit(tx, deps, {
      actor,
      action: 'lot:reprice',
      subjectKind: 'lot',
      subjectId: lotId,
      detail: { from: lot.askMinor.toString(), to: asked.minor.toString(), currency: lot.currency },
    });
    return ok({ lotId, isNew: true });
  });
}
