import type { Deps } from '#app/platform/deps';
import { formatsFor } from '#app/platform/i18n/format';
import { translator } from '#app/platform/i18n/translator.server';
import { priceWork, type PriceWork } from '#app/pricing/imports/waiting/price-work.server';
import { listProposals } from '#app/pricing/methods/changes/proposals.server';
import { commodityText } from '#app/pricing/views/labels';
import type { WorkQueue } from '#app/verification/work/work-queue';
import type { Asked } from './work-queues.server';

/** Changes of terms that a second person must look at. */
export async function methodQueue(deps: Deps): Promise<WorkQueue> {
  const waiting = await listProposals(deps, { waiting: true });
  return {
    id: 'methods',
    titleKey: 'pricing:methods.queue.title',
    emptyKey: 'pricing:methods.queue.none',
    actionKey: 'verification:queue.look',
    total: waiting.length,
    items: waiting.map(({ id, methodKey, version, title, proposedBy, proposedAt }) => ({
      id,
      href: `/programme/method-versions/${methodKey}.${version}`,
      title: `${title} (${id})`,
      detailKey: 'pricing:methods.queue.by',
      detailParams: { name: proposedBy },
      waitingSince: proposedAt,
    })),
  };
}

const PRICE_WORK: Record<PriceWork['kind'], { detailKey: string; path: (id: string) => string }> = {
  draft: { detailKey: 'pricing:feeds.queue.draft', path: (id) => `/programme/prices/imports/${id}` },
  quarantined: { detailKey: 'pricing:feeds.queue.quarantined', path: (id) => `/programme/prices/waiting#q-${id}` },
  'fx-rate': { detailKey: 'pricing:feeds.queue.rate', path: (id) => `/programme/prices/proposals/${id}` },
  'local-price': { detailKey: 'pricing:feeds.queue.local', path: (id) => `/programme/prices/proposals/${id}` },
  series: { detailKey: 'pricing:feeds.queue.series', path: (id) => `/programme/prices/proposals/${id}` },
};

/** Files, figures and rates that wait for the reader's word. */
export async function priceQueue(deps: Deps, { actor, locale }: Asked): Promise<WorkQueue> {
  const t = translator(locale);
  const { date } = formatsFor(locale);
  const { items, total } = await priceWork(deps, { actor });
  return {
    id: 'prices',
    titleKey: 'pricing:feeds.queue.title',
    emptyKey: 'pricing:feeds.queue.none',
    actionKey: 'verification:queue.look',
    total,
    items: items.map(({ id, kind, title, commodity, since }) => ({
      id,
      href: PRICE_WORK[kind].path(id),
      title: commodity
        ? `${commodityText(t, commodity)}, ${kind === 'quarantined' ? date(title, 'month') : title}`
        : title,
      detailKey: PRICE_WORK[kind].detailKey,
      waitingSince: since,
    })),
  };
}
