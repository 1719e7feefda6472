import { useTranslation } from 'react-i18next';
import { isMineral } from '#app/catalogue/products/minerals';
import { isMoist } from '#app/catalogue/lot-band/moisture';
import { MINERAL_LABEL } from '#app/catalogue/vocabulary/labels';
import { quantityText } from '#app/catalogue/vocabulary/lot-title';
import { ConvertedLine } from '#app/catalogue/lot-band/converted-line';
import { GapLines } from '#app/catalogue/lot-band/gap-lines';
import { LotBandBar } from '#app/catalogue/lot-band/lot-band-bar';
import { ReferenceLines } from '#app/catalogue/lot-band/reference-lines';
import { useWords } from '#app/platform/i18n/use-words';
import { Waterfall } from '#app/ledger/waterfall/waterfall-table';
import { isMassUnit } from '#app/money/units';
import { fieldError, formErrors } from '#app/platform/http/problems';
import { OfferVerdict } from '#app/valuation/calculator/offer-verdict';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { perText } from '#app/prices/vocabulary/unit-text';
import { Button } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Select } from '#app/ui/forms/select';
import { MoneyInput } from '#app/ui/forms/unit-inputs';
import { Card } from '#app/ui/layout/card';
import type { OfferAnswer, OfferCheck, OfferPlan } from './check-offer.server';
import { FINE, WHOLE } from './offer-units';

const PLACE = 'offer-check';

interface OfferCheckCardProps {
  check: OfferCheck;
  /** The page's own address: the form is sent there by GET. */
  action: string;
  cooperativeName: string;
}

/** What a trader at the gate offers, against the lot's own band, while he waits. */
export function OfferCheckCard({ check, action, cooperativeName }: OfferCheckCardProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { typed, problems, goods, currencies, units, answer } = check;
  const say = (key: string, params: Record<string, string | number>) => t(key, params);
  const forWhat = (unit: string) => {
    if (unit === WHOLE) return t('trading:offer.whole', { quantity: quantityText(goods.quantity, goods.unit, words) });
    if (unit !== FINE) return perWeighedText(t, unit, goods);
    const mineral = isMineral(goods.mineral) ? t(MINERAL_LABEL[goods.mineral]) : goods.mineral;
    return t('trading:offer.fine', { mineral: mineral.toLocaleLowerCase(words.format.locale) });
  };
  return (
    <div id={PLACE} className="scroll-mt-4">
      <Card title={t('trading:offer.title')} sub={t('trading:offer.sub')}>
        <FormErrors title={t('trading:offer.problem')} errors={formErrors(problems, say)} />
        <form method="get" action={`${action}#${PLACE}`} className="space-y-4" noValidate>
          <MoneyInput
            name="offer"
            label={t('trading:offer.amount')}
            error={fieldError(problems, 'offer', say)}
            required
            defaultValue={typed.offer}
            currencies={currencies}
            currencyName="currency"
            currencyLabel={t('trading:offer.currency')}
            defaultCurrency={typed.currency}
          />
          <Select
            name="per"
            label={t('trading:offer.per')}
            error={fieldError(problems, 'per', say)}
            defaultValue={typed.per}
            options={units.map((unit) => ({ value: unit, label: forWhat(unit) }))}
          />
          <Button kind="quiet">{t('trading:offer.check')}</Button>
        </form>
        {answer ? <Answer check={check} answer={answer} cooperativeName={cooperativeName} /> : null}
      </Card>
    </div>
  );
}

type AnswerProps = { check: OfferCheck; answer: OfferAnswer; cooperativeName: string };

function Answer({ check, answer, cooperativeName }: AnswerProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { format } = words;
  const { goods, typed } = check;
  const { offer, band, plan } = answer;
  return (
    <div className="mt-5 space-y-4 border-t border-line pt-4">
      {typed.per === WHOLE ? null : (
        <p className="font-semibold">
          {t('trading:offer.total', {
            offer: format.money(offer),
            quantity: quantityText(goods.quantity, goods.unit, words),
          })}
        </p>
      )}
      {band.known && band.verdict ? (
        <div>
          <OfferVerdict offer={offer} verdict={band.verdict} />
          <LotBandBar
            band={band}
            askMinor={offer.minor}
            currency={offer.currency}
            markerLabel={t('trading:offer.marker')}
          />
          <GapLines verdict={band.verdict} lot={{ ...goods, currency: offer.currency }} converted={answer.converted} />
          <GapPerUnit check={check} answer={answer} />
          <ReferenceLines band={band} workingHref={null} />
        </div>
      ) : band.known ? null : (
        <Notice tone="info" title={t('catalogue:band.none')}>
          {t(band.reasonKey, band.params ?? {})}
        </Notice>
      )}
      {'price' in plan ? (
        <InHand answer={answer} plan={plan} cooperativeName={cooperativeName} />
      ) : (
        <Notice tone="warn">{t(plan.messageKey, plan.params ?? {})}</Notice>
      )}
    </div>
  );
}

function InHand({ answer, plan, cooperativeName }: Omit<AnswerProps, 'check'> & { plan: OfferPlan }) {
  const { t } = useTranslation();
  const { format } = useWords();
  const { offer } = answer;
  const { price, via } = plan;
  return (
    <div>
      <p className="text-sm text-soft">{t('trading:inHand.label')}</p>
      <p className="font-display text-[1.75rem] leading-tight font-semibold sm:text-[2rem]">
        {format.money({ minor: plan.netMinor, currency: price.currency })}
      </p>
      <p className="text-sm text-soft">{t('trading:offer.inHandText', { offer: format.money(price) })}</p>
      {answer.netConverted ? <ConvertedLine amount={answer.netConverted} /> : null}
      {via ? (
        <p className="text-sm text-soft">
          {t('trading:offer.inHandVia', {
            ...{ currency: price.currency, offer: format.money(offer), amount: format.money(price) },
            ...{ rate: format.rate(via.rate), base: via.base, quote: via.quote },
            ...{ date: format.date(via.on), source: shippedText(t, via.source) },
          })}
        </p>
      ) : null}
      <div className="mt-4">
        <Waterfall
          parts={plan.parts}
          priceMinor={price.minor}
          currency={price.currency}
          cooperativeName={cooperativeName}
        />
      </div>
    </div>
  );
}

/** The difference in the unit that was typed, where the usual line below the bar says it in another. */
function GapPerUnit({
  check: { typed, goods },
  answer: { gapPerUnit, band, offer },
}: Omit<AnswerProps, 'cooperativeName'>) {
  const { t } = useTranslation();
  const { format } = useWords();
  const near = !band.known || !band.verdict || band.verdict.state === 'fair';
  if (gapPerUnit === null || near || typed.per === FINE) return null;
  // Of less than one, two decimals would say nothing.
  const gap = format.price(gapPerUnit, offer.currency, gapPerUnit.startsWith('0.') ? 4 : 2);
  return (
    <p className="text-sm text-soft">{t('trading:offer.gapPer', { gap, per: perWeighedText(t, typed.per, goods) })}</p>
  );
}

/** What has moisture in it is offered for as it is weighed. */
function perWeighedText(
  t: (key: string, params?: Record<string, string | number>) => string,
  unit: string,
  goods: OfferCheck['goods'],
): string {
  const per = perText(t, unit);
  return isMoist(goods) && isMassUnit(unit) ? t('trading:offer.asWeighed', { per }) : per;
}
