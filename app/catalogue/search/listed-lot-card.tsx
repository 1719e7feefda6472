import { asCurrency } from '#app/money/currency';
import { Badge } from '#app/ui/display/badge';
import { LotArt } from '../art/lot-art';
import { stampOf } from '../art/stamp';
import { CERTIFICATE_NAME, isCertificate } from '../products/terms';
import { askPerUnit } from '../lot-band/ask-per-unit';
import { isMoist } from '../lot-band/moisture';
import { AVAILABILITY_LABEL, MINERAL_LABEL } from '../vocabulary/labels';
import { lotTitle, quantityText } from '../vocabulary/lot-title';
import type { LotCard } from './lot-card';
import { isMineral } from '../products/minerals';
import { LotBandBar } from '../lot-band/lot-band-bar';
import { noBandText } from '../lot-band/no-band-text';
import { perUnitText } from '../lot-band/unit-text';
import { useWords } from '#app/platform/i18n/use-words';
import { VerdictBadge } from '../lot-band/verdict-badge';

/** A lot in a list. The whole card leads to the lot. The link that is read aloud is its name. */
export function ListedLotCard({ lot, level = 2 }: { lot: LotCard; level?: 2 | 3 }) {
  const words = useWords();
  const { t, format } = words;
  const Heading = level === 2 ? 'h2' : 'h3';
  const mineral = isMineral(lot.mineral) ? t(MINERAL_LABEL[lot.mineral]) : lot.mineral;
  const stamp = stampOf(lot.grades[0]);
  return (
    <article className="group relative flex min-w-0 flex-col rounded-card border border-line bg-card shadow-card focus-within:border-oxide hover:border-oxide">
      <LotArt mineral={lot.mineral} form={lot.form} label="" corners="top" {...(stamp ? { stamp } : {})} />
      <div className="flex grow flex-col p-4">
        <Heading className="font-display text-lg leading-snug font-semibold">
          <a
            href={`/lots/${lot.id}`}
            className="text-ink no-underline before:absolute before:inset-0 before:rounded-card group-hover:underline"
          >
            {lotTitle(lot, words)}
          </a>
        </Heading>
        <p className="mt-1 text-sm text-soft">
          {lot.cooperative.name} · {lot.originDistrict}, {format.country(lot.originCountry)}
        </p>
        <div className="mt-auto pt-3">
          <p className="font-display text-xl font-semibold whitespace-nowrap">
            {format.money({ minor: lot.askMinor, currency: asCurrency(lot.currency) })}
          </p>
          <p className="text-sm text-soft">
            {perUnitText({ ...askPerUnit(lot), moist: isMoist(lot) }, lot.currency, mineral, words)}
          </p>
          {lot.availability === 'all' ? null : (
            <p className="text-sm">
              {lot.availableQuantity === null
                ? t(AVAILABILITY_LABEL[lot.availability])
                : t('catalogue:facts.available', { quantity: quantityText(lot.availableQuantity, lot.unit, words) })}
            </p>
          )}
          {lot.band ? <LotBandBar band={lot.band} askMinor={lot.askMinor} currency={lot.currency} size="sm" /> : null}
          {lot.band ? null : <p className="mt-2 text-sm text-soft">{t(noBandText(lot.noBandReason))}</p>}
          <div className="mt-2 flex flex-wrap gap-1.5">
            <VerdictBadge verdict={lot.band?.verdict ?? null} />
            {lot.womenLed ? <Badge>{t('catalogue:badge.womenLed')}</Badge> : null}
            {lot.assayed ? <Badge>{t('catalogue:badge.assay')}</Badge> : null}
            {lot.certificates.map((key) => (
              <Badge key={key}>{isCertificate(key) ? CERTIFICATE_NAME[key] : key}</Badge>
            ))}
          </div>
        </div>
      </div>
    </article>
  );
}
