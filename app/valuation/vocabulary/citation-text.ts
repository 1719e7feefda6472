import { elementText } from './element-text';

type Translate = (key: string, params?: Record<string, string>) => string;

/** `title` is a document's own and stays as it is; `text` is what we say, in the reader's language, or what staff typed. */
export type CitationText = { title: string | null; text: string };

/** What the starting terms are cited with. It lies under the hash of evidence, so that it is never rewritten: it is said in other words here. */
const CITATION: Record<string, string> = {
  'Fairtrade minimum prices and premiums for gold, silver and platinum, in force since 1 August 2013':
    'pricing:citation.fairtrade',
  'Copper benchmark: USD 21.25/t and 2.125 US cents/lb for 2025, after USD 80/t and 8 cents/lb for 2024 (Reuters)':
    'pricing:citation.copper',
  'Zinc benchmark for 2024: treatment charge of USD 165/t (Reuters)': 'pricing:citation.zinc2024',
  'Zinc benchmark for 2025: treatment charge of USD 80/t, after USD 165/t': 'pricing:citation.zinc2025',
  'Smelters pay for 95% of the lead and 85% of the zinc in a concentrate (Fastmarkets, undated, about January 2018)':
    'pricing:citation.leadZinc',
  "Fairlode starting estimate of costs, margins and living wages (a full-time month of 208 hours); a cooperative's own cost record takes the place of the costs":
    'pricing:citation.ownCosts',
  'Unit prices of verified orders of the last 24 months in the same cell, at least 5 from 3 sellers and 3 buyers':
    'pricing:citation.ownSales',
};

const TITLED: readonly (readonly [title: string, rest: string, key: string])[] = [
  ['Fairmined Premium Report 2018', ': USD 6,000 per kg for ecological gold', 'pricing:citation.fairmined'],
];

const OWN = /^Fairlode starting terms: (.+); to be replaced by contract terms$/;
const WHAT: Record<string, string> = {
  'ore commonly sells 20 to 30% under the exchange price': 'pricing:citation.what.ore',
  '96.5% of the copper, at least 1 unit off; 90% of gold and silver above 1 and 30 g/t; franchise 0.5%':
    'pricing:citation.what.copper',
  'at least 3 units off the lead and 50 g/t off the silver; treatment USD 120, 90 and 60/t; franchise 0.5%':
    'pricing:citation.what.lead',
  'at least 8 units off the zinc; silver less 3 ounces a tonne, then 70%; franchise 0.5%': 'pricing:citation.what.zinc',
  'a discount of 20% (floor) and 10% (fair) of the price for small lots and first buyers':
    'pricing:citation.what.discount',
  'penalties for arsenic, antimony, bismuth and mercury above the free limits': 'pricing:citation.what.penalties',
};
const SHARE = /^(\d+), (\d+) and (\d+)% of the price of the contained (\w+)$/;

export function citationText(t: Translate, citation: string): CitationText {
  return { title: null, text: citation, ...shippedCitation(t, citation) };
}

/** Null for what staff typed. */
export function shippedCitation(t: Translate, citation: string): CitationText | null {
  const key = CITATION[citation];
  if (key) return { title: null, text: t(key) };
  const titled = TITLED.find(([title, rest]) => citation === title + rest);
  if (titled) return { title: titled[0], text: t(titled[2]) };
  const what = OWN.exec(citation)?.[1];
  const own = what === undefined ? null : ownTermsText(t, what);
  return own === null ? null : { title: null, text: t('pricing:citation.own', { what: own }) };
}

function ownTermsText(t: Translate, what: string): string | null {
  const key = WHAT[what];
  if (key) return t(key);
  const [, floor, fair, ceiling, element] = SHARE.exec(what) ?? [];
  if (!floor || !fair || !ceiling || !element) return null;
  return t('pricing:citation.what.share', { floor, fair, ceiling, element: elementText(t, element) });
}
