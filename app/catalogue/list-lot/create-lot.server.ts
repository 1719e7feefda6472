import type { Actor } from '#app/identity/actor';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { withIdempotency } from '#app/platform/db/idempotency.server';
import type { Deps } from '#app/platform/deps';
import { ok, type Ok, type Refusal } from '#app/platform/result';
import { unpayableAsk } from '../ways-to-pay/ask-payable.server';
import { computeLotBand } from '../lot-band/lot-band.server';
import { writeLotBand } from '../lot-band/write-lot-bands.server';
import { lotColumns, lotNumber } from './lot-columns';
import type { LotInput } from '../vocabulary/lot-input';
import { invalidLot, type InvalidLot } from '../vocabulary/lot-refusal';
import { readLotInput } from './read-lot-input';
import { titleFor } from '../vocabulary/title-for.server';

/**
 * Writes a draft lot of the actor's cooperative from the five fields, with its band. Any cooperative may
 * draft. `submitLot` asks whether it was accepted. Refuses with `invalid-lot` and one issue for each field
 * that could not be read.
 */
export async function createLot(
  deps: Deps,
  { actor, requestId, input }: { actor: Actor; requestId: string; input: LotInput },
): Promise<Ok<{ lotId: string }> | InvalidLot | Refusal<'key-reused'>> {
  const cooperative = await deps.db.organisation.findUniqueOrThrow({
    where: { id: actor.organisationId, kind: 'cooperative' },
    select: { district: true, countryCode: true, locale: true },
  });
  const read = readLotInput(input, cooperative);
  if ('issues' in read) return invalidLot(read.issues);
  const { terms } = read;
  const unpayable = await unpayableAsk(deps, { ...terms, cooperativeId: actor.organisationId });
  if (unpayable) return invalidLot([unpayable]);
  const now = deps.clock.now();
  const lotId = deps.newId();
  const band = await computeLotBand(deps, {
    terms,
    originCountry: cooperative.countryCode,
    cooperativeId: actor.organisationId,
  });

  return inTransaction(deps.db, (tx) =>
    withIdempotency<{ lotId: string }, never>(
      tx,
      { key: requestId, actorId: actor.userId, action: 'create-lot', input, now },
      async () => {
        await tx.lot.create({
          data: {
            id: lotId,
            number: lotNumber(lotId),
            cooperativeId: actor.organisationId,
            title: titleFor(terms, cooperative.locale),
            ...lotColumns(terms),
            originCountry: cooperative.countryCode,
            state: 'draft',
            createdById: actor.userId,
            createdAt: now,
          },
        });
        await writeLotBand(tx, deps, lotId, band);
        return ok({ lotId });
      },
    ),
  );
}
