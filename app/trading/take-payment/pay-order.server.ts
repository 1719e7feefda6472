import type { Grade } from '#app/catalogue/products/contained-mass';
import { lotTitleIn } from '#app/catalogue/vocabulary/title-for.server';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { startCheckout, type CheckoutRefusal } from '#app/payments/checkout/start-checkout.server';
import type { Deps } from '#app/platform/deps';
import { Forbidden, NotFound } from '#app/platform/http/errors';
import { translator } from '#app/platform/i18n/translator.server';
import { isLocale } from '#app/platform/i18n/locales';
import { refuse, type Result } from '#app/platform/result';
import { totalOf } from '../lifecycle/order-entries';

/** The buyer goes to Stripe's payment page for a placed order. Any number of clicks open one page. */
export async function payOrder(
  deps: Deps,
  { actor, orderId, locale }: { actor: Actor; orderId: string; locale: string },
): Promise<Result<{ url: string }, CheckoutRefusal | 'order-not-payable'>> {
  if (!can(actor, 'order:pay')) throw new Forbidden();
  const order = await deps.db.order.findFirst({ where: { id: orderId, buyerId: actor.organisationId } });
  if (!order) throw new NotFound('no such order of this buyer');
  if (order.state !== 'placed' || order.payBy <= deps.clock.now()) {
    return refuse('order-not-payable', 'trading:refusal.notPayable');
  }
  const [lot, user] = await Promise.all([
    deps.db.lot.findUniqueOrThrow({ where: { id: order.lotId }, select: { grades: true } }),
    deps.db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { email: true } }),
  ]);
  const { mineral, form, unit, paymentMethod, ...frozen } = order;
  const bought = { mineral, form, unit, quantity: order.quantity.toFixed(), grades: lot.grades as Grade[] };
  const costMinor = totalOf(order) - order.priceMinor;
  const label = translator(isLocale(locale) ? locale : 'en')('ledger:part.paymentCost');
  return startCheckout(deps, {
    order: {
      ...frozen,
      title: lotTitleIn(bought, locale),
      method: paymentMethod,
      cost: costMinor > 0n ? { minor: costMinor, label } : null,
    },
    email: user.email,
    locale,
  });
}
