import type { BandBasis } from './band-basis';
import type { CellWidth } from '../comparables/published-cell';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';

const WIDTH: Record<CellWidth, string> = {
  exact: 'pricing:basis.exact',
  'any-size': 'pricing:basis.anySize',
  'any-country': 'pricing:basis.anyCountry',
};

/** Which way made the band where there are several, and why: sales once there are enough, else what it costs. */
export function BandBasisLine({ basis }: { basis: BandBasis }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (basis.kind === 'reference') return null;
  if (basis.kind === 'sales') {
    const { orders, sellers, buyers, soldFrom, soldTo, width, release } = basis.cell;
    return (
      <p className="mt-2 text-sm">
        {t('pricing:basis.sales', {
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
      {basis.of === 'own' ? t('pricing:basis.ownCosts') : t('pricing:basis.referenceCosts', { country })}{' '}
      {basis.salesTooFew ? t('pricing:basis.salesTooFew') : ''}
    </p>
  );
}
