import type { PriceWork } from './price-work.server';

/** What is said of each kind of work on prices, and where it is done. */
export const PRICE_WORK: Record<PriceWork['kind'], { detailKey: string; path: (id: string) => string }> = {
  draft: { detailKey: 'pricing:feeds.queue.draft', path: (id) => `/programme/prices/imports/${id}` },
  quarantined: { detailKey: 'pricing:feeds.queue.quarantined', path: (id) => `/programme/prices/waiting#q-${id}` },
  'fx-rate': { detailKey: 'pricing:feeds.queue.rate', path: (id) => `/programme/prices/proposals/${id}` },
  'local-price': { detailKey: 'pricing:feeds.queue.local', path: (id) => `/programme/prices/proposals/${id}` },
  series: { detailKey: 'pricing:feeds.queue.series', path: (id) => `/programme/prices/proposals/${id}` },
};
