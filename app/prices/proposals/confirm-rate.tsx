import { useTranslation } from 'react-i18next';
import { Decimal } from '#app/money/decimal';
import type { Formats } from '#app/platform/i18n/format';
import { useFormat } from '#app/platform/i18n/use-format';
import { Notice } from '#app/ui/display/notice';
import { Checkbox } from '#app/ui/forms/choices';
import { otherWayRound, readable, type DirectedRate, type RateDoubt } from '../rates/rate-doubts';
import { rateText } from './proposal-text';

/** Nobody types more; what has more was divided. */
const TYPED_DIGITS = 21;

/** A rate read back both ways round with what is known of the pair, and the tick that it is meant. */
export function ConfirmRate({ doubt }: { doubt: RateDoubt }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, typed, known, movedPct, token } = doubt;
  const [one, other] = bothWays(format, typed);
  return (
    <div className="space-y-3">
      <Notice
        tone="warn"
        title={
          <>
            <span className="inline-block">{one}</span> · <span className="inline-block">{other}</span>
          </>
        }
      >
        {kind === 'first' ? t('pricing:rates.doubt.first') : null}
        {kind === 'leap' ? t('pricing:rates.doubt.leap', { percent: format.percent(movedPct ?? '0', 1) }) : null}
        {kind === 'turned-round' ? t('pricing:rates.doubt.turnedRound') : null}
        {known ? (
          <span className="mt-2 block">
            {known.through.length > 0
              ? t('pricing:rates.doubt.through', {
                  rate: bothWays(format, known).join(' · '),
                  legs: known.through.map((leg) => rateText(format, leg)).join('; '),
                  day: format.date(known.on),
                })
              : t('pricing:rates.doubt.latest', {
                  rate: bothWays(format, known).join(' · '),
                  day: format.date(known.on),
                  source: known.source,
                })}
          </span>
        ) : null}
      </Notice>
      <Checkbox name="meant" value={token} label={t('pricing:rates.doubt.meant', { rate: rateText(format, typed) })} />
    </div>
  );
}

/** `1 USD = 3,720 UGX`, `1 UGX = 0.0002688 USD`; what was worked out without an end is shortened, what somebody typed stays. */
function bothWays(format: Formats, rate: DirectedRate): [string, string] {
  const shown = new Decimal(rate.rate).precision() > TYPED_DIGITS ? { ...rate, rate: readable(rate.rate) } : rate;
  return [rateText(format, shown), rateText(format, otherWayRound(rate))];
}
