import { useTranslation } from 'react-i18next';
import { LotArt } from '#app/catalogue/art/lot-art';
import { stampOf } from '#app/catalogue/art/stamp';
import { lotTitle } from '#app/catalogue/vocabulary/lot-title';
import type { LotCard } from '#app/catalogue/search/lot-card';
import { LotBandBar } from '#app/catalogue/lot-band/lot-band-bar';
import { useWords } from '#app/platform/i18n/use-words';
import { VerdictBadge } from '#app/catalogue/lot-band/verdict-badge';
import { asCurrency } from '#app/money/currency';
import { BigNumber } from '#app/ui/display/big-number';

/** One lot that is on sale now, with its band: what the sentence beside it promises. */
export function FeaturedLot({ lot }: { lot: LotCard }) {
  const { t } = useTranslation();
  const words = useWords();
  const stamp = stampOf(lot.grades[0]);
  return (
    <section
      aria-labelledby="featured"
      className="min-w-0 overflow-hidden rounded-card border border-line bg-card shadow-card"
    >
      <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] items-center bg-sand-deep sm:grid-cols-[11rem_minmax(0,1fr)]">
        <LotArt mineral={lot.mineral} form={lot.form} label="" corners="top" {...(stamp ? { stamp } : {})} />
        <div className="min-w-0 py-3 pr-4">
          <p className="text-sm font-semibold text-oxide-deep">{t('platform:home.featured')}</p>
          <h2 id="featured" className="font-display text-lg leading-snug font-semibold">
            <a href={`/lots/${lot.id}`} className="text-ink">
              {lotTitle(lot, words)}
            </a>
          </h2>
        </div>
      </div>
      <div className="p-4 sm:p-5">
        <p className="text-sm text-ink">
          {lot.cooperative.name} · {lot.originDistrict}, {words.format.country(lot.originCountry)}
        </p>
        <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <BigNumber>{words.format.money({ minor: lot.askMinor, currency: asCurrency(lot.currency) })}</BigNumber>
          <VerdictBadge verdict={lot.band?.verdict ?? null} />
        </div>
        {lot.band ? (
          <>
            <LotBandBar band={lot.band} askMinor={lot.askMinor} currency={lot.currency} />
            <a href={`/lots/${lot.id}/working`} className="inline-flex min-h-11 items-center">
              {t('platform:home.howMade')}
            </a>
          </>
        ) : null}
      </div>
    </section>
  );
}
