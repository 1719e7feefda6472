import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { PayoutPage } from './payout-page.server';
import { CooperativePayoutScreen } from './cooperative-payout-screen';
import { ProgrammePayoutScreen, type ProgrammePayoutProps } from './programme-payout-screen';

const PAGE: PayoutPage = {
  ...{ id: 'p', number: 'P-7', orderId: 'o', state: 'prepared', cooperativeName: 'Geita', currency: 'USD' },
  ...{
    amountMinor: 346_619n,
    sumMinor: 346_619n,
    receivedMinor: null,
    missingMinor: null,
    maxCostMinor: 10_398n,
    payeeCurrency: 'USD',
  },
  destination: {
    method: 'bank',
    provider: 'CRDB',
    holder: 'Geita',
    accountNumber: '0150',
    verifiedAt: null,
    retired: false,
  },
  ...{ reference: null, proofDocumentId: null, backDocumentId: null, note: null, staffNote: null, sentNote: null },
  ...{
    steps: [],
    earlier: [],
    changes: [],
    conflict: null,
    preparedByReader: false,
    mayHaveBeenSent: false,
    frozen: false,
  },
  ...{ cost: null, rest: null, completes: null },
};
const CONTROLLER = { mayApprove: true, mayCancel: true, mayDecideCost: true };
const OFFICER = { ...CONTROLLER, mayApprove: false };
const OBSERVER = { mayApprove: false, mayCancel: false, mayDecideCost: false };
const NOTHING_TYPED = { converted: null, requestId: 'r', problems: [], values: {} };

/** Without texts loaded, a page shows its keys. */
function staffPage(change: Partial<PayoutPage>, props: Partial<ProgrammePayoutProps> = CONTROLLER): string {
  const payout = { ...PAGE, ...change };
  return renderToStaticMarkup(<ProgrammePayoutScreen {...OBSERVER} {...NOTHING_TYPED} {...props} payout={payout} />);
}

describe('the page of a payout, for staff', () => {
  it('asks only a second controller to send, and says to the others who must', () => {
    expect(staffPage({})).toContain('payments:next.approve<');
    expect(staffPage({})).toContain('name="reference"');
    for (const props of [OFFICER, OBSERVER]) {
      expect(staffPage({}, props)).toContain('payments:next.controller<');
      expect(staffPage({}, props)).not.toContain('name="reference"');
    }
    expect(staffPage({ preparedByReader: true })).toContain('payments:next.second<');
    const bothSides = staffPage({ conflict: 'identity:persons.refusal.bothSides' });
    expect(bothSides).toContain('identity:persons.refusal.bothSides<');
    expect(bothSides).not.toContain('name="reference"');
  });

  it('asks nobody to send what changed since it was prepared', () => {
    for (const props of [CONTROLLER, OFFICER, OBSERVER])
      for (const changes of [['destination'], ['sum'], ['frozen', 'sum']] as const) {
        const page = staffPage({ changes: [...changes], preparedByReader: props === OFFICER }, props);
        expect(page).toContain('payments:next.changed<');
        expect(page).not.toContain('payments:next.approve<');
        expect(page).not.toContain('payments:next.second<');
        expect(page).not.toContain('payments:approve.button');
      }
    expect(staffPage({ changes: ['frozen'] })).toContain('payments:next.frozen<');
    expect(staffPage({ changes: ['destination'] })).toContain('payments:destination.replaced');
  });

  it('keeps what was typed where the account was replaced meanwhile, and lets the approver say that it was sent', () => {
    const replaced: Partial<PayoutPage> = { changes: ['destination'], mayHaveBeenSent: true };
    const values = { intent: 'approve', reference: 'TT-9', sentNote: 'It left before' };
    const page = staffPage(replaced, { ...CONTROLLER, values });
    expect(page).toContain('value="TT-9"');
    expect(page).toContain('It left before');
    expect(page).toContain('name="sentAlready"');
    expect(page).toContain('<details open=""');
    for (const props of [OFFICER, OBSERVER]) expect(staffPage(replaced, props)).not.toContain('name="sentAlready"');
    expect(staffPage({ ...replaced, preparedByReader: true })).not.toContain('name="sentAlready"');
    expect(staffPage({ changes: ['destination'] })).not.toContain('name="sentAlready"');
  });

  it('offers a bank’s cost to everybody who decides but the proposer', () => {
    const cost = { payee: 'CRDB', documentId: null, proposedByReader: false };
    const accepting: Partial<PayoutPage> = { state: 'accepting', receivedMinor: 345_000n, missingMinor: 1_619n, cost };
    for (const props of [CONTROLLER, OFFICER]) {
      expect(staffPage(accepting, props)).toContain('value="accept-cost"');
      expect(staffPage(accepting, props)).toContain('payments:next.acceptCost<');
      const own = staffPage({ ...accepting, cost: { ...cost, proposedByReader: true } }, props);
      expect(own).not.toContain('value="accept-cost"');
      expect(own).toContain('payments:next.costSecond<');
    }
    expect(staffPage(accepting, OBSERVER)).toContain('payments:next.costStaff<');
    expect(staffPage({ ...accepting, frozen: true })).not.toContain('value="accept-cost"');
    expect(staffPage({ ...accepting, frozen: true })).toContain('payments:frozen.staff');
  });

  it('asks for a paper to take back what had arrived, and shows it ever after', () => {
    const short: Partial<PayoutPage> = { state: 'mismatch', receivedMinor: 329_288n, missingMinor: 17_331n };
    expect(staffPage(short)).toContain('name="backProof"');
    expect(staffPage({ ...short, receivedMinor: 0n })).not.toContain('name="backProof"');
    expect(staffPage({})).not.toContain('name="backProof"');
    const back = staffPage({ ...short, state: 'cancelled', backDocumentId: 'd' });
    expect(back).toContain('payments:mismatch.text');
    expect(back).toContain('/documents/d');
  });

  it('names the earlier payouts of the order', () => {
    const earlier: PayoutPage['earlier'] = [
      {
        ...{ id: 'e', number: 'P-6', state: 'cancelled', amountMinor: 346_619n, currency: 'USD' },
        ...{ receivedMinor: 329_288n, note: 'Less arrived', staffNote: 'It came back', backDocumentId: 'd' },
      },
    ];
    const page = staffPage({ earlier });
    for (const part of ['/programme/payouts/e', 'payments:earlier.received', '/documents/d'])
      expect(page).toContain(part);
    for (const part of ['payments:note.ofTreasurer', 'payments:note.ofStaff']) expect(page).toContain(part);
  });
});

describe('the page of a payout, for the treasurer', () => {
  const page = (change: Partial<PayoutPage>) =>
    renderToStaticMarkup(
      <CooperativePayoutScreen mayConfirm {...NOTHING_TYPED} payout={{ ...PAGE, state: 'approved', ...change }} />,
    );

  it('says why a new count is asked for', () => {
    expect(page({ staffNote: 'The bank says that all arrived' })).toContain('The bank says that all arrived');
    expect(page({})).not.toContain('payments:note.countAgain');
  });

  it('says before anything is typed that the whole sum waits while the order stands still', () => {
    expect(page({})).toContain('payments:next.confirm<');
    expect(page({})).toContain('payments:confirm.button');
    const frozen = page({ frozen: true });
    expect(frozen).toContain('payments:next.confirmFrozen<');
    expect(frozen).toContain('payments:confirm.report');
    expect(frozen).not.toContain('payments:next.confirm<');
    expect(frozen).toContain('name="received"');
  });
});
