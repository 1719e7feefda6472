import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAmount } from '#app/money/money';
import { proposeBankCost } from '#app/payments/short-payout/accept-bank-cost.server';
import { cancelPayout } from '#app/payments/short-payout/resolve-payout.server';
import { sendRest } from '#app/payments/short-payout/send-rest.server';
import type { Payout } from '#app/platform/db/generated/client';
import { decideLoss } from '#app/trading/disputes/decide-loss.server';
import { colleagueOf } from '#tests/support/people';
import { acceptPayoutCost } from '#app/trading/settlement/accept-payout-cost.server';
import { expireOrder } from '#app/trading/take-payment/expire-order.server';
import { expectMoneyToHold } from '#tests/support/money-invariants';
import { stripeTown } from './stripe-town';

/**
 * One thing that a person, a bank, Stripe or a timer does, or a fault. Whatever it meets, the money must add
 * up.
 */
const event = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('pay', 'pay-disputed', 'ship', 'confirm', 'prepare', 'approve', 'receive') },
  { weight: 2, arbitrary: fc.constantFrom('receive-short', 'accept-cost', 'send-rest', 'take-back') },
  { weight: 1, arbitrary: fc.constantFrom('loss-borne', 'loss-ends') },
  { weight: 2, arbitrary: fc.constantFrom('dispute', 'won', 'lost', 'refund-all', 'refund-part', 'expire', 'cancel') },
  { weight: 2, arbitrary: fc.constantFrom('deliver', 'deliver-reversed', 'repeat', 'stripe-fails', 'answer-lost') },
);
/** Most histories must get far: they begin with some of the straight way. */
const straight = ['pay', 'deliver', 'ship', 'confirm', 'prepare', 'approve', 'receive'] as const;
const history = fc
  .tuple(fc.integer({ min: 0, max: straight.length }), fc.array(event, { minLength: 3, maxLength: 9 }))
  .map(([steps, rest]) => [...straight.slice(0, steps), ...rest]);

describe('money, whatever happens', async () => {
  const town = await stripeTown();
  const { deps, stripe, control, steps } = town;
  const second = await colleagueOf(deps, town.controller);

  it('adds up after every generated history', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(history, async (events) => {
        const orderId = await town.orderIn('placed');
        const session = await town.checkout(orderId);
        for (const name of events) await happen(name, { orderId, session });
        // The fault is over, and every webhook comes in the end.
        await control('fault', { times: 0 });
        for (let round = 0; round < 3; round += 1) await settle();
        expect(await deps.db.stripeEvent.count({ where: { processedAt: null } })).toBe(0);
        await expectMoneyToHold(deps);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  async function settle(order?: (ids: string[]) => string[]): Promise<void> {
    await town.deliver();
    await town.work(order);
  }

  async function moveOn(name: string, { id: payoutId, amountMinor }: Payout): Promise<void> {
    const { officer, controller } = town;
    const asked = { actor: officer, payoutId, note: 'the bank says so', requestId: deps.newId() };
    switch (name) {
      case 'approve':
        return void (await steps.approve(payoutId));
      case 'receive':
        return void (await steps.receive(payoutId, toAmount({ minor: amountMinor, currency: 'USD' })));
      case 'receive-short':
        return void (await steps.receive(payoutId, toAmount({ minor: amountMinor - 2_500n, currency: 'USD' })));
      case 'send-rest':
        return void (await sendRest(deps, asked));
      case 'take-back':
        return void (await cancelPayout(deps, asked));
      default: {
        const proof = { documentId: town.proof };
        await proposeBankCost(deps, { ...asked, payee: 'Standard Bank', proof });
        await acceptPayoutCost(deps, { actor: controller, payoutId, requestId: deps.newId() });
      }
    }
  }

  async function happen(name: string, { orderId, session }: { orderId: string; session: string }): Promise<void> {
    const chargeId = async () => {
      const intent = await deps.db.sandboxPaymentIntent.findUnique({ where: { sessionId: session } });
      return intent?.status === 'succeeded' ? intent.latestChargeId : null;
    };
    const refused = () => undefined;
    switch (name) {
      case 'pay':
        return void (await control('pay', { session }).catch(refused));
      case 'pay-disputed':
        return void (await control('pay', { session, number: '4000000000000259' }).catch(refused));
      case 'ship':
        return void (await steps.ship(orderId));
      case 'confirm':
        return void (await steps.confirm(orderId));
      case 'prepare':
        return void (await steps.prepare(orderId));
      case 'approve':
      case 'receive':
      case 'receive-short':
      case 'accept-cost':
      case 'send-rest':
      case 'take-back': {
        const payout = await deps.db.payout.findFirst({
          where: { orderId, state: { notIn: ['cancelled', 'partial'] } },
        });
        return payout ? moveOn(name, payout) : undefined;
      }
      case 'dispute':
        return void (await control('dispute', { charge: await chargeId() }).catch(refused));
      case 'won':
      case 'lost': {
        const open = await deps.db.sandboxDispute.findUnique({ where: { chargeId: (await chargeId()) ?? '' } });
        if (open) await control('decide-dispute', { dispute: open.id, won: name === 'won' });
        return;
      }
      case 'refund-all':
      case 'refund-part': {
        const charge = await chargeId();
        const amount = name === 'refund-part' ? { amount: 1_234 } : {};
        if (charge) await stripe.refunds.create({ charge, ...amount }).catch(refused);
        return;
      }
      case 'loss-borne':
      case 'loss-ends':
        for (const actor of [town.controller, second]) {
          const decision = name === 'loss-ends' ? 'end' : 'bear';
          await decideLoss(deps, { actor, orderId, decision, note: 'decided', requestId: deps.newId() }).catch(refused);
        }
        return;
      case 'expire': {
        const before = deps.clock.now();
        deps.clock.set((await town.order(orderId)).payBy.toISOString());
        await expireOrder(deps, { orderId });
        return deps.clock.set(before.toISOString());
      }
      case 'cancel':
        return void (await steps.cancel(orderId));
      case 'deliver':
        return settle().catch(refused);
      case 'deliver-reversed':
        return settle((ids) => ids.reverse()).catch(refused);
      case 'repeat': {
        const latest = await deps.db.sandboxEvent.findMany({ orderBy: { sequence: 'desc' }, take: 4 });
        for (const { id } of latest) await control('repeat', { event: id, times: 5 });
        return;
      }
      case 'stripe-fails':
        return void (await control('fault', { times: 2, status: 500, moment: 'before' }));
      case 'answer-lost':
        return void (await control('fault', { times: 3, status: 0, moment: 'after' }));
      default:
        throw new Error(`no such event: ${name}`);
    }
  }
});
