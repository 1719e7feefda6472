import { dayOf } from '#app/money/calendar-day';
import type { Actor } from '#app/identity/actor';
import { storeDocument } from '#app/verification/documents/store-document.server';
import { samplePaper } from '../sample-paper';
import { actorOf, must, type Cast, type SeedDeps } from '../seed-world';
import { PROGRAMMES } from '../world/programmes';

/**
 * Units of the currency per US dollar: round figures near those of the period, made up for the demo and
 * labelled so. Live rates are entered by staff, two persons each, or come from the European Central Bank.
 */
const PER_DOLLAR: Record<string, string> = {
  TZS: '2590',
  CDF: '2850',
  RWF: '1410',
  UGX: '3680',
  MZN: '63.9',
  MGA: '4520',
  PEN: '3.68',
  COP: '4080',
  CHF: '0.84',
  EUR: '0.90',
  GBP: '0.77',
  INR: '85.2',
};

/** The first of each month from May 2024 to June 2026. */
function months(): Date[] {
  return Array.from({ length: 26 }, (_, index) => new Date(Date.UTC(2024, 4 + index, 1)));
}

/** Each entered by one of the staff and approved by another, with one sample of a bank's list as evidence. */
export async function seedRates(deps: SeedDeps, cast: Cast): Promise<void> {
  const [programme] = PROGRAMMES;
  if (!programme) return;
  const officer = actorOf(cast, programme.key, 'officer');
  const controller = actorOf(cast, programme.key, 'controller');
  const documentId = await keepSample(deps, officer);
  const began = deps.clock.now();
  const rates = months().flatMap((on) =>
    Object.entries(PER_DOLLAR).map(([quote, rate]) => ({
      id: deps.newId(),
      proposalId: deps.newId(),
      base: 'USD',
      quote,
      rate,
      on,
      source: 'Demo rate, not a market quote',
      // Nothing is recorded before the installation began.
      recordedAt: on < began ? began : on,
    })),
  );
  await deps.db.priceProposal.createMany({
    data: rates.map(({ proposalId, recordedAt, on, base, quote, rate, source }) => ({
      id: proposalId,
      kind: 'fx-rate',
      programmeId: officer.organisationId,
      facts: { base, quote, rate, source, on: dayOf(on) },
      documentId,
      state: 'approved',
      proposedBy: officer.userId,
      proposedAt: recordedAt,
      decidedBy: controller.userId,
      decidedAt: recordedAt,
    })),
  });
  const people = { enteredBy: officer.userId, approvedBy: controller.userId };
  await deps.db.fxRate.createMany({ data: rates.map((rate) => ({ ...rate, ...people })) });
}

async function keepSample(deps: SeedDeps, officer: Actor): Promise<string> {
  const bytes = samplePaper(['Rates of the day', 'Sample for the demo']);
  const kind = 'price-evidence';
  return must(
    await storeDocument(deps, { actor: officer, kind, file: { name: 'rates.pdf', bytes } }),
    'a list of rates',
  ).documentId;
}
