import { attachLotDocument } from '#app/catalogue/own-lots/attach-lot-document.server';
import { createLot } from '#app/catalogue/list-lot/create-lot.server';
import { decideLot } from '#app/catalogue/review-lot/decide-lot.server';
import { computeBand } from '#app/catalogue/lot-band/lot-band.server';
import { lotFacts } from '#app/catalogue/vocabulary/lot-facts';
import { repriceLot } from '#app/catalogue/own-lots/reprice-lot.server';
import { submitLot } from '#app/catalogue/list-lot/submit-lot.server';
import { updateLot } from '#app/catalogue/list-lot/update-lot.server';
import { Decimal } from '#app/money/decimal';
import { toAmount } from '#app/money/money';
import { asCurrency } from '#app/money/currency';
import type { Actor } from '#app/identity/actor';
import { samplePaper } from './sample-paper';
import { actorOf, must, type Cast, type SeedDeps } from './seed-world';
import type { SeedCooperative, SeedLot } from './world/types';

/** A draft with its band, and an ask that looks at the band. */
export async function seedDraft(
  deps: SeedDeps,
  cast: Cast,
  cooperative: SeedCooperative,
  lot: SeedLot,
): Promise<string> {
  const actor = actorOf(cast, cooperative.key, 'manager');
  const input = {
    product: lot.product,
    quantity: lot.quantity,
    unit: lot.unit,
    grade: lot.grade ?? '',
    gradeUnit: lot.gradeUnit ?? '',
    quality: lot.quality ?? '',
    ask: wholeAsk(lot, lot.unitAsk ?? '1'),
    currency: lot.currency,
    incoterm: lot.incoterm,
    place: lot.place,
    description: lot.description,
    divisible: true,
    womenLed: cooperative.womenLed,
    certificates: lot.certificates ?? [],
    facts: lot.facts ?? {},
    assays: lot.assays ?? {},
  };
  const { lotId } = must(
    await createLot(deps, { actor, requestId: deps.newId(), input }),
    `lot ${lot.product} of ${cooperative.name}`,
  );
  const { bandFloorMinor, bandCeilingMinor, currency } = await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } });
  const banded = bandFloorMinor !== null && bandCeilingMinor !== null;
  const ask = askOn(
    deps,
    lot,
    banded ? { floorMinor: bandFloorMinor, ceilingMinor: bandCeilingMinor, currency } : null,
  );
  must(await updateLot(deps, { actor, lotId, input: { ...input, ask } }), `ask of ${lot.product}`);
  if (lot.grade) await seedAssay(deps, actor, { lotId, lot });
  return lotId;
}

/** What was measured is on paper: the assay that the grade was read from. */
async function seedAssay(deps: SeedDeps, actor: Actor, { lotId, lot }: { lotId: string; lot: SeedLot }): Promise<void> {
  const { product, quantity, unit, grade, gradeUnit } = lot;
  const bytes = samplePaper([
    'Assay',
    `${product}, ${quantity} ${unit}: ${grade ?? ''} ${gradeUnit ?? ''}`,
    actor.organisationName,
    'Sample paper of the demo: no legal force.',
  ]);
  must(
    await attachLotDocument(deps, { actor, lotId, kind: 'assay', file: { name: 'assay.pdf', bytes } }),
    `assay of ${product}`,
  );
}

/** Lists a lot as its people would: drafted, submitted, approved the same week. */
export async function seedLot(deps: SeedDeps, cast: Cast, cooperative: SeedCooperative, lot: SeedLot): Promise<string> {
  const lotId = await seedDraft(deps, cast, cooperative, lot);
  const actor = actorOf(cast, cooperative.key, 'manager');
  await seedSubmission(deps, actor, { lotId, lot });
  await seedApproval(deps, cast, { cooperative, lot, lotId });
  return lotId;
}

type LotOnItsWay = { cooperative: SeedCooperative; lot: SeedLot; lotId: string };

async function seedApproval(deps: SeedDeps, cast: Cast, { cooperative, lot, lotId }: LotOnItsWay): Promise<void> {
  const actor = actorOf(cast, cooperative.programme, 'officer');
  must(await decideLot(deps, { actor, lotId, decision: 'approve', reason: STAFF_NOTE }), `approval of ${lot.product}`);
}

const OWN_REASON = 'We need money for the school fees and the pump before the rains.';
const STAFF_NOTE = 'Talked with the manager: the papers are in order, and the price is the cooperative’s own choice.';

/**
 * Sends a draft as its people would: under the floor with the reason, and what is unlikely with the word that
 * it is meant.
 */
export async function seedSubmission(
  deps: SeedDeps,
  actor: Actor,
  { lotId, lot }: { lotId: string; lot: Pick<SeedLot, 'product'> },
): Promise<void> {
  const sent = await submitLot(deps, { actor, lotId });
  const doubts = !sent.ok && 'doubts' in sent ? sent.doubts : null;
  const said = doubts ? { confirmed: doubts.token, belowFloorReason: OWN_REASON } : null;
  must(said ? await submitLot(deps, { actor, lotId, ...said }) : sent, `submission of ${lot.product}`);
}

/**
 * The ask moves with the market: when a new month's figure is out, a listed lot is priced anew on the band
 * that it gives. A lot without a band has nothing to look at and keeps its price, unless enough like it were
 * sold since.
 */
export async function seedReprice(
  deps: SeedDeps,
  cast: Cast,
  cooperative: SeedCooperative,
  lot: SeedLot,
  lotId: string,
): Promise<void> {
  const row = await deps.db.lot.findUniqueOrThrow({ where: { id: lotId } });
  if (row.bandMethod === null && row.bandReason !== 'pricing:refusal.insufficientData') return;
  const { band } = await computeBand(deps, { facts: lotFacts(row), askMinor: row.askMinor });
  const ask = askOn(deps, lot, band && { ...band, currency: row.currency });
  const actor = actorOf(cast, cooperative.key, 'manager');
  const repriced = await repriceLot(deps, { actor, lotId, ask });
  const doubts = !repriced.ok && 'doubts' in repriced ? repriced.doubts : null;
  const said = doubts ? { confirmed: doubts.token, belowFloorReason: OWN_REASON } : null;
  const answer = said ? await repriceLot(deps, { actor, lotId, ask, ...said }) : repriced;
  const { toReview } = must(answer, `price of ${lot.product}`);
  if (toReview) await seedApproval(deps, cast, { cooperative, lot, lotId });
}

/**
 * Most asks lie between floor and ceiling, nearer to fair. One in fourteen lies a little under the floor, as
 * it happens when money is needed before the rains. Without a band, or where its people do not look at one,
 * the seller's own price per unit, give or take a tenth.
 */
function askOn(
  { random }: SeedDeps,
  lot: SeedLot,
  band: { floorMinor: bigint; ceilingMinor: bigint; currency: string } | null,
): string {
  if (!band || lot.ownPrice) {
    const factor = new Decimal(random.between(90, 110)).div(100);
    return wholeAsk(lot, new Decimal(lot.unitAsk ?? '1').times(factor).toFixed());
  }
  const permil = lot.askAt ?? (random.between(1, 14) === 1 ? -random.between(40, 160) : random.between(150, 700));
  const width = band.ceilingMinor - band.floorMinor;
  const minor = band.floorMinor + (width * BigInt(permil)) / 1000n;
  return toAmount({ minor, currency: asCurrency(band.currency) });
}

function wholeAsk(lot: SeedLot, perUnit: string): string {
  const decimals = lot.currency === 'UGX' ? 0 : 2;
  return new Decimal(perUnit).times(lot.quantity).toDecimalPlaces(decimals, Decimal.ROUND_HALF_EVEN).toFixed();
}
