import type { Actor } from '#app/identity/actor';
import { createLot } from '#app/catalogue/list-lot/create-lot.server';
import { decideLot } from '#app/catalogue/review-lot/decide-lot.server';
import type { LotInput } from '#app/catalogue/vocabulary/lot-input';
import { submitLot } from '#app/catalogue/list-lot/submit-lot.server';
import type { TestDeps } from '#tests/support/test-deps';

export const GOLD: LotInput = {
  product: 'gold/dore',
  quantity: '1000',
  unit: 'g',
  grade: '900',
  gradeUnit: 'permil',
  ask: '118023.02',
  currency: 'USD',
  incoterm: 'FCA',
  place: 'Mwanza',
};

export const TIN: LotInput = {
  ...GOLD,
  product: 'tin/concentrate',
  quantity: '10',
  unit: 't',
  grade: '60',
  gradeUnit: '%',
  ask: '120000',
};

export const BRICKS: LotInput = {
  ...GOLD,
  product: 'clay/bricks',
  quantity: '5000',
  unit: 'piece',
  quality: 'good',
  ask: '30000',
  currency: 'MZN',
  incoterm: 'EXW',
  place: 'Moatize',
};

/** A lot through the same steps as a live one: written, sent, approved. */
export async function listLot(
  deps: TestDeps,
  { manager, officer }: { manager: Actor; officer: Actor },
  input: LotInput,
): Promise<string> {
  const made = await createLot(deps, { actor: manager, requestId: deps.newId(), input });
  if (!made.ok) throw new Error(`refused: ${JSON.stringify(made)}`);
  const { lotId } = made.value;
  for (const step of [
    await submitConfirmed(deps, { actor: manager, lotId }),
    await decideLot(deps, { actor: officer, lotId, decision: 'approve', reason: 'Talked with the manager.' }),
  ])
    if (!step.ok) throw new Error(`refused: ${step.code}`);
  return lotId;
}

/** Sends a draft and says to what is doubted that it is meant, and why it is under the floor. */
export async function submitConfirmed(deps: TestDeps, lot: { actor: Actor; lotId: string }) {
  const sent = await submitLot(deps, lot);
  if (sent.ok || !('doubts' in sent)) return sent;
  return submitLot(deps, {
    ...lot,
    confirmed: sent.doubts.token,
    belowFloorReason: 'Money is needed before the rains.',
  });
}
