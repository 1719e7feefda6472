import type { Actor } from '#app/identity/actor';
import { netInHand } from '#app/ledger/charges/in-hand.server';
import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Result } from '#app/platform/result';
import { readAskAlone } from '../list-lot/read-lot-input';
import { computeBand } from '../lot-band/lot-band.server';
import { lotFacts } from '../vocabulary/lot-facts';
import { belowFloor, inHandOf, type BelowFloor, type InHand } from '../below-floor/below-floor';

/** Where a new ask would stand and what it would leave, before anything is changed. */
export type AskLook = {
  askMinor: bigint;
  verdict: string | null;
  inHand: InHand | null;
  belowFloor: BelowFloor | null;
};

type Looking = { actor: Actor; lotId: string; ask: string; locale: string };

/** The band for another price of one of the actor's own lots. Stores nothing. */
export async function lookAtAsk(deps: Deps, { actor, lotId, ask, locale }: Looking): Promise<Result<AskLook, 'ask'>> {
  const lot = await deps.db.lot.findUnique({ where: { id: lotId, cooperativeId: actor.organisationId } });
  if (!lot) throw new NotFound();
  const read = readAskAlone({ ask, currency: lot.currency, locale });
  if (!('money' in read)) {
    const { messageKey, params } = read;
    return refuse('ask', messageKey, { path: 'ask', ...(params ? { params } : {}) });
  }
  const { minor: askMinor } = read.money;
  const price = { minor: askMinor, currency: asCurrency(lot.currency) };
  const [{ band }, netMinor] = await Promise.all([
    computeBand(deps, { facts: lotFacts(lot), askMinor }),
    netInHand(deps, { cooperativeId: lot.cooperativeId, price }),
  ]);
  return ok({
    askMinor,
    verdict: band?.verdict ?? null,
    inHand: inHandOf(askMinor, netMinor),
    belowFloor: belowFloor({ askMinor, band, netMinor }),
  });
}
