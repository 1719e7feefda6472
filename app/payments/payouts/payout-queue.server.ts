import type { Actor } from '#app/identity/actor';
import { asCurrency } from '#app/money/currency';
import type { Deps } from '#app/platform/deps';
import { formatsFor } from '#app/platform/i18n/format';
import type { Locale } from '#app/platform/i18n/locales';
import type { WorkQueue } from '#app/verification/work/work-queue';
import { listPayouts } from './payouts-page.server';

const PAYOUT_DETAIL = {
  prepared: 'verification:queue.needsApproval',
  mismatch: 'verification:queue.mismatch',
  accepting: 'verification:queue.acceptCost',
} as const;

/** Payouts that a second person must approve, and those of which another sum arrived. */
export async function payoutQueue(
  deps: Pick<Deps, 'db'>,
  { actor, locale }: { actor: Actor; locale: Locale },
): Promise<WorkQueue> {
  const { money } = formatsFor(locale);
  const { items } = await listPayouts(deps, { actor, cursor: null, states: ['prepared', 'mismatch', 'accepting'] });
  return {
    id: 'payouts',
    titleKey: 'verification:queue.payouts',
    emptyKey: 'verification:queue.noPayouts',
    actionKey: 'verification:queue.look',
    total: items.length,
    items: items.map(({ id, number, state, cooperativeName, amountMinor, currency, preparedAt }) => ({
      id,
      href: `/programme/payouts/${id}`,
      title: `${number} · ${money({ minor: amountMinor, currency: asCurrency(currency) })}`,
      detailKey: PAYOUT_DETAIL[state === 'mismatch' || state === 'accepting' ? state : 'prepared'],
      detailParams: { cooperative: cooperativeName },
      waitingSince: preparedAt,
    })),
  };
}
