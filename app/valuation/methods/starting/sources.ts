import type { MethodSource } from '../method';

/** Who stands for the terms that the product ships with. */
export const APPROVED = { name: 'Fairlode maintainers', on: '2026-06-01' } as const;

type Source = Omit<MethodSource, 'level'>;

export const COPPER_2025: Source = {
  citation:
    'Copper benchmark: USD 21.25/t and 2.125 US cents/lb for 2025, after USD 80/t and 8 cents/lb for 2024 (Reuters)',
  on: '2024-12-05',
  url: 'https://mining.com/web/antofagasta-agrees-copper-treatment-charge-with-jiangxi-copper-sources',
};
export const ZINC_2024: Source = {
  citation: 'Zinc benchmark for 2024: treatment charge of USD 165/t (Reuters)',
  on: '2024-01-01',
  url: 'https://ca.finance.yahoo.com/news/korea-zinc-agrees-40-fee-164507519.html',
};
export const ZINC_2025: Source = {
  citation: 'Zinc benchmark for 2025: treatment charge of USD 80/t, after USD 165/t',
  on: '2025-01-01',
  url: 'https://discoveryalert.com.au/news/korea-zinc-fee-reduction-impact-2025/',
};
export const LEAD_ZINC_PAYABLES: Source = {
  citation:
    'Smelters pay for 95% of the lead and 85% of the zinc in a concentrate (Fastmarkets, undated, about January 2018)',
  on: '2018-01-01',
  url: 'https://www.fastmarkets.com/?p=21872',
};

/** For every figure of which no published source was found: it is ours, and says so. */
export function ownTerms(what: string): Source {
  return {
    citation: `Fairlode starting terms: ${what}; to be replaced by contract terms`,
    on: '2026-06-01',
    url: null,
  };
}

export const OWN_COSTS: Source = {
  citation:
    "Fairlode starting estimate of costs, margins and living wages (a full-time month of 208 hours); a cooperative's own cost record takes the place of the costs",
  on: '2026-06-01',
  url: null,
};

export const OWN_SALES: Source = {
  citation:
    'Unit prices of verified orders of the last 24 months in the same cell, at least 5 from 3 sellers and 3 buyers',
  on: '2026-06-01',
  url: null,
};
