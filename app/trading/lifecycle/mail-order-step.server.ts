import { asCurrency } from '#app/money/currency';
import { money } from '#app/money/money';
import type { MemberRole } from '#app/platform/db/generated/client';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import type { Deps } from '#app/platform/deps';
import { formatDate, formatMoney } from '#app/platform/i18n/format';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { totalOf } from './order-entries';
import { ORDER_STEPS, type OrderAction } from './order-lifecycle';

const WORDS = {
  place: { subject: 'trading:mail.place.subject', text: 'trading:mail.place.text' },
  pay: { subject: 'trading:mail.pay.subject', text: 'trading:mail.pay.text' },
  cancel: { subject: 'trading:mail.cancel.subject', text: 'trading:mail.cancel.text' },
  expire: { subject: 'trading:mail.expire.subject', text: 'trading:mail.expire.text' },
  ship: { subject: 'trading:mail.ship.subject', text: 'trading:mail.ship.text' },
  'confirm-delivery': { subject: 'trading:mail.deliver.subject', text: 'trading:mail.deliver.text' },
  settle: { subject: 'trading:mail.settle.subject', text: 'trading:mail.settle.text' },
  refund: { subject: 'trading:mail.refund.subject', text: 'trading:mail.refund.text' },
  freeze: { subject: 'trading:mail.freeze.subject', text: 'trading:mail.freeze.text' },
  thaw: { subject: 'trading:mail.thaw.subject', text: 'trading:mail.thaw.text' },
  lose: { subject: 'trading:mail.lose.subject', text: 'trading:mail.lose.text' },
} as const satisfies Record<OrderAction, { subject: string; text: string }>;

const PAID_STEPS: readonly OrderAction[] = ['pay', 'refund'];

/** Who reads mails about orders, per side. */
const READERS = {
  buyer: ['purchaser'],
  cooperative: ['manager', 'treasurer'],
  programme: ['officer', 'controller'],
} as const satisfies Record<string, readonly MemberRole[]>;

/**
 * The job after a step: a mail each to those whom the lifecycle's table says, in their language. Its own
 * sending is another job, so that one bad address holds nobody up.
 */
export async function mailOrderStep(deps: Deps, { orderEventId }: { orderEventId: string }): Promise<void> {
  const event = await deps.db.orderEvent.findUnique({ where: { id: orderEventId }, include: { order: true } });
  if (!event) return;
  const { order } = event;
  const step = ORDER_STEPS.find(({ action, from }) => action === event.action && from === event.from);
  if (!step) return;
  const lot = await deps.db.lot.findUnique({ where: { id: order.lotId }, select: { title: true } });
  await inTransaction(deps.db, async (tx) => {
    for (const side of step.tells) {
      const organisationId = { buyer: order.buyerId, cooperative: order.cooperativeId, programme: order.programmeId }[
        side
      ];
      const people = await tx.membership.findMany({
        where: { organisationId, role: { in: [...READERS[side]] } },
        select: { user: { select: { email: true, name: true, locale: true } } },
      });
      for (const { user } of people) {
        const locale = isLocale(user.locale) ? user.locale : 'en';
        const t = translator(locale);
        const params = {
          name: user.name,
          number: order.number,
          lot: lot?.title ?? '',
          // What was paid or goes back is the total. What was agreed is the price.
          price: formatMoney(
            money(PAID_STEPS.includes(step.action) ? totalOf(order) : order.priceMinor, asCurrency(order.currency)),
            locale,
          ),
          payBy: formatDate(order.payBy, locale, 'time'),
          carrier: order.carrier ?? '',
          reference: order.carrierReference ?? '',
          url: `${deps.settings.publicUrl}/${side}/orders/${order.id}`,
        };
        const { subject, text } = WORDS[step.action];
        await deps.jobs.enqueue(tx, 'send-mail', {
          to: user.email,
          subject: t(subject, params),
          text: t(text, params),
        });
      }
    }
  });
}
