import { lotTitle } from '#app/catalogue/vocabulary/lot-title';
import { lotsToReview } from '#app/catalogue/review-lot/lots-to-review.server';
import type { Actor } from '#app/identity/actor';
import { can } from '#app/identity/permissions';
import { owedPayouts } from '#app/payments/payouts/owed-payouts.server';
import { payoutQueue } from '#app/payments/payouts/payout-queue.server';
import type { Deps } from '#app/platform/deps';
import { formatsFor } from '#app/platform/i18n/format';
import type { Locale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { asCurrency } from '#app/money/currency';
import { priceWork } from '#app/prices/waiting/price-work.server';
import { PRICE_WORK } from '#app/prices/waiting/price-work-labels';
import { proposalsFor } from '#app/valuation/methods/proposals.server';
import { commodityText, seriesText } from '#app/prices/series/labels';
import { methodText } from '#app/valuation/vocabulary/method-labels';
import { listRoyaltyUnset } from '#app/ledger/charges/royalty-unset.server';
import { disputeQueue } from '#app/trading/disputes/dispute-queue.server';
import { destinationQueue, planQueue, reviewQueue } from '#app/verification/review/review-queue.server';
import type { WorkQueue } from '#app/verification/work/work-queue';

type Asked = { actor: Actor; locale: Locale };

/** Each room answers for its own queue; here they only get the one shape that the page shows. */
export function workQueues(deps: Deps, asked: Asked): Promise<WorkQueue[]> {
  return Promise.all([
    reviewQueue(deps, asked),
    lotQueue(deps, asked),
    disputeQueue(deps, asked),
    royaltyQueue(deps, asked),
    owedQueue(deps, asked),
    payoutQueue(deps, asked),
    destinationQueue(deps, asked),
    planQueue(deps, asked),
    methodQueue(deps, asked),
    priceQueue(deps, asked),
  ]);
}

async function lotQueue(deps: Deps, { actor, locale }: Asked): Promise<WorkQueue> {
  const t = translator(locale);
  const words = {
    t: (key: string, params?: Record<string, string | number>) => t(key, params ?? {}),
    format: formatsFor(locale),
  };
  const lots = await lotsToReview(deps, { actor });
  return {
    id: 'lots',
    titleKey: 'verification:queue.lots',
    emptyKey: 'verification:queue.noLots',
    actionKey: 'verification:queue.review',
    total: lots.length,
    items: lots.map((lot) => ({
      id: lot.id,
      href: `/programme/lots/${lot.id}`,
      title: lotTitle(lot, words),
      detailKey: 'verification:queue.by',
      detailParams: { cooperative: lot.cooperative.name },
      waitingSince: lot.submittedAt,
    })),
  };
}

/** Cooperatives that cannot list before somebody has looked at their royalty. */
async function royaltyQueue(deps: Deps, { actor }: Asked): Promise<WorkQueue> {
  const unset = await listRoyaltyUnset(deps, { actor });
  return {
    id: 'royalties',
    titleKey: 'trading:charges.queue',
    emptyKey: 'trading:charges.queueNone',
    actionKey: 'verification:queue.look',
    total: unset.length,
    items: unset.map(({ cooperativeId, name, acceptedAt }) => ({
      id: cooperativeId,
      href: `/programme/cooperatives/${cooperativeId}/charges`,
      title: name,
      detailKey: 'trading:charges.queueDetail',
      waitingSince: acceptedAt,
    })),
  };
}

/** Deliveries whose money nobody has prepared to send. */
async function owedQueue(deps: Deps, { actor, locale }: Asked): Promise<WorkQueue> {
  const { money } = formatsFor(locale);
  const owed = await owedPayouts(deps, { actor });
  const prepares = can(actor, 'payout:prepare');
  return {
    id: 'owed',
    titleKey: 'verification:queue.owed',
    emptyKey: 'verification:queue.noOwed',
    actionKey: prepares ? 'verification:queue.prepare' : 'verification:queue.look',
    total: owed.length,
    items: owed.map(({ orderId, cooperativeName, amountMinor, currency, since }) => ({
      id: orderId,
      href: prepares ? `/programme/payouts/new?order=${orderId}` : `/programme/orders/${orderId}`,
      title: money({ minor: amountMinor, currency: asCurrency(currency) }),
      detailKey: 'verification:queue.to',
      detailParams: { cooperative: cooperativeName },
      waitingSince: since.toISOString(),
    })),
  };
}

/** Files, figures and rates that wait for the reader's word. */
async function priceQueue(deps: Deps, { actor, locale }: Asked): Promise<WorkQueue> {
  const t = translator(locale);
  const { date } = formatsFor(locale);
  const { items, total } = await priceWork(deps, { actor });
  return {
    id: 'prices',
    titleKey: 'pricing:feeds.queue.title',
    emptyKey: 'pricing:feeds.queue.none',
    actionKey: 'verification:queue.look',
    total,
    items: items.map(({ id, kind, title, commodity, series, since }) => ({
      id,
      href: PRICE_WORK[kind].path(id),
      title:
        commodity && series
          ? `${seriesText(t, { key: series, commodity })}, ${date(title, 'month')}`
          : commodity
            ? `${commodityText(t, commodity)}, ${title}`
            : title,
      detailKey: PRICE_WORK[kind].detailKey,
      waitingSince: since,
    })),
  };
}

/** Changes of terms that a second person must look at: the reader's own wait for somebody else. */
async function methodQueue(deps: Deps, { actor, locale }: Asked): Promise<WorkQueue> {
  const t = translator(locale);
  const { waiting, empty } = await proposalsFor(deps, actor);
  return {
    id: 'methods',
    titleKey: 'pricing:methods.queue.title',
    ...empty,
    actionKey: 'verification:queue.look',
    total: waiting.length,
    items: waiting.map(({ id, methodKey, version, title, proposedBy, proposedAt }) => ({
      id,
      href: `/programme/method-versions/${methodKey}.${version}`,
      title: `${methodText((key, params) => t(key, params ?? {}), { id, title })} (${id})`,
      detailKey: 'pricing:methods.queue.by',
      detailParams: { name: proposedBy },
      waitingSince: proposedAt,
    })),
  };
}
