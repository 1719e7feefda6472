import { beforeEach, describe, expect, it } from 'vitest';
import type { ProposalFacts } from '#app/prices/proposals/proposal-facts.schema';
import { propose } from '#app/prices/proposals/propose.server';
import { findRateDoubt } from '#app/prices/rates/find-rate-doubt.server';
import { ownDocument } from '#app/verification/documents/own-document.server';
import { storeDocument } from '#app/verification/documents/store-document.server';
import { samplePaper } from '#prisma/seed/sample-paper';
import { testDeps } from '#tests/support/test-deps';
import { evidenceOf, forgetPrices, priceStaff, SHILLINGS } from '../price-staff';

const deps = await testDeps();
const { enter, decide, officer, controller, stranger } = await priceStaff(deps);

beforeEach(() => forgetPrices(deps));

async function approve(facts: object): Promise<void> {
  const proposal = { kind: 'fx-rate', facts: { ...SHILLINGS.facts, ...facts } } as ProposalFacts;
  await decide(await enter(proposal), controller);
}

const doubtOf = (base: string, quote: string, rate: string) => findRateDoubt(deps, { base, quote, rate });

describe('a rate is looked at beside', () => {
  it('nothing, where it is the first and no other rate leads there', async () => {
    expect(await doubtOf('UGX', 'USD', '3720')).toMatchObject({ kind: 'first', known: null });
    // What waits for its second person is no earlier rate.
    await enter(SHILLINGS);
    expect(await doubtOf('USD', 'TZS', '2590')).toMatchObject({ kind: 'first', known: null });
  });

  it('the latest of its pair, whichever way that was entered', async () => {
    await approve({ on: '2026-05-01', rate: '2500' });
    await approve({});
    expect(await doubtOf('USD', 'TZS', '2600')).toBeNull();
    expect(await doubtOf('TZS', 'USD', '0.000385')).toBeNull();
    expect(await doubtOf('TZS', 'USD', '2600')).toMatchObject({
      kind: 'turned-round',
      known: { base: 'TZS', quote: 'USD', on: '2026-06-01', through: [] },
    });
    expect(await doubtOf('USD', 'TZS', '25900')).toMatchObject({ kind: 'leap', known: { rate: '2590' } });
  });

  it('what other rates make of it, where the pair has none', async () => {
    await approve({});
    await approve({ quote: 'UGX', rate: '3700', on: '2026-05-20' });
    const through = [
      { base: 'USD', quote: 'TZS', rate: '2590' },
      { base: 'USD', quote: 'UGX', rate: '3700' },
    ];
    expect(await doubtOf('TZS', 'UGX', '1.43')).toMatchObject({ kind: 'first', known: { on: '2026-05-20', through } });
    expect(await doubtOf('TZS', 'UGX', '0.7')).toMatchObject({ kind: 'turned-round', known: { through } });
  });

  it('the latest of its pair also where that is too old for amounts', async () => {
    await approve({ on: '2024-01-05' });
    expect(await doubtOf('USD', 'TZS', '2600')).toBeNull();
    expect(await doubtOf('USD', 'TZS', '26')).toMatchObject({ kind: 'leap', known: { on: '2024-01-05' } });
  });
});

describe('an unlikely rate', () => {
  const proposal: ProposalFacts = SHILLINGS;
  const sent = { actor: officer, proposal, keepEvidence: evidenceOf(deps, officer) };

  it('of somebody at a form waits until it is said to be meant: this very one', async () => {
    const first = await propose(deps, { ...sent, requestId: 'u1', asked: { meant: '' } });
    expect(first).toMatchObject({ code: 'unlikely-rate', path: 'rate', doubt: { kind: 'first' } });
    if (!('doubt' in first)) throw new Error('It was not asked about');
    const { token } = first.doubt;
    const other = { ...proposal, facts: { ...proposal.facts, rate: '2591' } } as ProposalFacts;
    expect(await propose(deps, { ...sent, proposal: other, requestId: 'u2', asked: { meant: token } })).toMatchObject({
      code: 'unlikely-rate',
    });
    expect(await deps.db.priceProposal.count()).toBe(0);
    const meant = await propose(deps, { ...sent, requestId: 'u3', asked: { meant: token } });
    expect(meant).toMatchObject({ ok: true });
    expect(await propose(deps, { ...sent, requestId: 'u3', asked: { meant: token } })).toEqual(meant);
    expect(await deps.db.priceProposal.count()).toBe(1);
  });

  it('of a program is not asked about', async () => {
    expect(await propose(deps, { ...sent, requestId: 'u4' })).toMatchObject({ ok: true });
  });

  it('comes back with its evidence kept, for whoever brought it only', async () => {
    const file = { name: 'bank.pdf', bytes: new Uint8Array(samplePaper(['Rates of the day'])) };
    const stored = await storeDocument(deps, { actor: officer, kind: 'price-evidence', file });
    if (!stored.ok) throw new Error(stored.code);
    const { documentId } = stored.value;
    const found = (actor: typeof officer, kind = 'price-evidence') => ownDocument(deps, { actor, documentId, kind });
    expect(await found(officer)).toEqual({ documentId, fileName: 'bank.pdf' });
    expect(await found(controller)).toBeNull();
    expect(await found({ ...officer, organisationId: stranger.organisationId })).toBeNull();
    expect(await found(officer, 'payout-proof')).toBeNull();
  });
});
