import type { Actor } from '#app/identity/actor';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { NotFound } from '#app/platform/http/errors';
import { ok, refuse, type Ok, type Refusal, type Result } from '#app/platform/result';
import { unpayableAsk } from '../ways-to-pay/ask-payable.server';
import { computeLotBand } from '../lot-band/lot-band.server';
import { writeLotBand } from '../lot-band/write-lot-bands.server';
import { lotColumns } from './lot-columns';
import type { LotInput } from '../vocabulary/lot-input';
import { lotMove, statesBefore } from '../vocabulary/lot-lifecycle';
import { invalidLot, wrongState, type InvalidLot } from '../vocabulary/lot-refusal';
import { readLotInput } from './read-lot-input';
import { titleFor } from '../vocabulary/title-for.server';

type UpdateRefusal = 'lot-state' | 'lot-partly-sold' | 'key-reused';

/**
 * Writes a lot's terms anew, which makes it a draft again whatever it was: what staff approve is what buyers
 * see. Refused once an order has taken a part of it.
 */
export async function updateLot(
  deps: Deps,
  {
    actor,
    lotId,
    input,
    requestId = deps.newId(),
  }: { actor: Actor; lotId: string; input: LotInput; requestId?: string },
): Promise<Ok<{ lotId: string }> | InvalidLot | Refusal<UpdateRefusal>> {
  const lot = await deps.db.lot.findUnique({
    where: { id: lotId, cooperativeId: actor.organisationId },
    select: { originCountry: true },
  });
  if (!lot) throw new NotFound();
  const cooperative = await deps.db.organisation.findUniqueOrThrow({
    where: { id: actor.organisationId },
    select: { district: true, locale: true },
  });
  const read = readLotInput(input, cooperative);
  if ('issues' in read) return invalidLot(read.issues);
  const { terms } = read;
  const unpayable = await unpayableAsk(deps, { ...terms, cooperativeId: actor.organisationId });
  if (unpayable) return invalidLot([unpayable]);
  const band = await computeLotBand(deps, {
    terms,
    originCountry: lot.originCountry,
    cooperativeId: actor.organisationId,
  });

  const intent = {
    key: requestId,
    actorId: actor.userId,
    action: 'update-lot',
    input: { lotId, ...input },
    now: deps.clock.now(),
  };
  return inTransaction(deps.db, (tx) =>
    withIdempotency(tx, intent, async (): Promise<Result<{ lotId: string }, UpdateRefusal>> => {
      const [locked] = await tx.$queryRaw<{ state: string; whole: boolean }[]>`
      SELECT state::text AS state, "availableQuantity" = quantity AS whole FROM "Lot" WHERE id = ${lotId}::uuid FOR NO KEY UPDATE`;
      if (!locked || !statesBefore('edit').some((state) => state === locked.state)) return wrongState();
      if (!locked.whole) return refuse('lot-partly-sold', 'catalogue:refusal.partlySold');
      await tx.lot.update({
        where: { id: lotId },
        data: {
          ...lotColumns(terms),
          title: titleFor(terms, cooperative.locale),
          ...lotMove('edit', deps.clock.now()).data,
        },
      });
      await writeLotBand(tx, deps, lotId, band);
      return ok({ lotId });
    }),
  );
}
