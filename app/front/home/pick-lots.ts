import type { LotCard } from '#app/catalogue/search/lot-card';

/**
 * Up to `most` lots in their order, those with a band first, and one of each mineral and form before a second of any: the page shows what
 * there is, not what came last.
 */
export function pickLots(lots: readonly LotCard[], most: number): LotCard[] {
  const kinds = new Set<string>();
  const isFirst = ({ mineral, form }: LotCard) => !kinds.has(`${mineral}/${form}`) && kinds.add(`${mineral}/${form}`);
  const banded = lots.filter(({ band }) => band !== null);
  const firsts = [...banded, ...lots.filter((lot) => !banded.includes(lot))].filter(isFirst);
  const others = [...banded, ...lots].filter((lot) => !firsts.includes(lot));
  return [...new Set([...firsts, ...others])].slice(0, most);
}

/** The lot that stands for all at the head of the page: at a fair price if there is one, gold before others. */
export function pickFeatured(lots: readonly LotCard[]): LotCard | null {
  const rank = ({ band, mineral, form }: LotCard) =>
    (band?.verdict === 'fair' ? 0 : 2) + (mineral === 'gold' && form === 'dore' ? 0 : 1);
  const [best = null] = lots.filter(({ band }) => band !== null).sort((a, b) => rank(a) - rank(b));
  return best;
}
