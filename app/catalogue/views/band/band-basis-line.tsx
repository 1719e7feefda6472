import type { BandBasis } from '#app/pricing/bands/band-basis';
import type { CellWidth } from '#app/pricing/comparables/published-cell';
import { useWords } from '../use-words';

const WIDTH: Record<CellWidth, string> = {
  exact: 'catalogue:basis.exact',
  'any-size': 'catalogue:basis.anySize',
  'any-country': 'catalogue:basis.anyCountry',
};

/** Which way made the band where there are several, and why: sales once there are enough, else what it costs. */
export function BandBasisLine({ basis }: { basis: BandBasis }) {
  const { t, format } = useWords();
  if (basis.kind === 'reference') return null;
  if (basis.kind === 'sales') {
    const { orders, sellers, buyers, soldFrom, soldTo, width, release } = basis.cell;
    return (
      <p className="mt-2 text-sm">
        {t('catalogue:basis.sales', {
          orders,
          sellers,
          buyers,
          from: format.date(soldFrom),
          to: format.date(soldTo),
          width: t(WIDTH[width]),
          release: format.date(release, 'month'),
        })}
      </p>
    );
  }
  const country = basis.country ? format.country(basis.country) : '';
  return (
    <p className="mt-2 text-sm">
      {basis.of === 'own' ? t('catalogue:basis.ownCosts') : t('catalogue:basis.referenceCosts', { country })}{' '}
      {basis.salesTooFew ? t('catalogue:basis.salesTooFew') : ''}
    </p>
  );
}
