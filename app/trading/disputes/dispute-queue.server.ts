import type { Actor } from '#app/identity/actor';
import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { formatsFor } from '#app/platform/i18n/format';
import type { Locale } from '#app/platform/i18n/locales';
import type { WorkQueue } from '#app/verification/work/work-queue';
import { listMoneyInQuestion } from './list-money-in-question.server';

const DETAIL = {
  dispute: 'verification:queue.decideRefund',
  refund: 'verification:queue.decideRefund',
  loss: 'verification:queue.decideLoss',
  'failed-refund': 'verification:queue.refundFailed',
} as const;

/**
 * Payments that a bank disputes, with its deadline, and what went back or is lost and nobody has decided on.
 */
export async function disputeQueue(
  deps: Pick<Deps, 'db'>,
  { actor, locale }: { actor: Actor; locale: Locale },
): Promise<WorkQueue> {
  const { money, date } = formatsFor(locale);
  const waiting = await listMoneyInQuestion(deps, { actor });
  return {
    id: 'disputes',
    titleKey: 'verification:queue.disputes',
    emptyKey: 'verification:queue.noDisputes',
    actionKey: 'verification:queue.answer',
    total: waiting.length,
    items: waiting.map(({ orderId, number, kind, amountMinor, currency, since, dueAt }, index) => ({
      id: `${orderId}:${index}`,
      href: `/programme/orders/${orderId}/dispute`,
      title: `${number} · ${money({ minor: amountMinor, currency: asCurrency(currency) })}`,
      detailKey: dueAt ? 'verification:queue.answerBank' : DETAIL[kind],
      ...(dueAt ? { detailParams: { due: date(dueAt, 'time') } } : {}),
      waitingSince: since.toISOString(),
    })),
  };
}
