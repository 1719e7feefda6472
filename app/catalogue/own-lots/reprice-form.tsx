import { asCurrency } from '#app/money/currency';
import { toAmount } from '#app/money/money';
import { typeable } from '#app/money/typed-decimal';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Checkbox } from '#app/ui/forms/choices';
import { MoneyInput } from '#app/ui/forms/unit-inputs';
import { BelowFloorFields } from '../below-floor/below-floor-fields';
import type { RepriceDoubts } from './reprice-lot.server';
import type { OwnLotPage } from './own-lot-page.server';
import { Notice } from '#app/ui/display/notice';
import type { AskLook } from './look-at-ask.server';
import { VerdictBadge } from '../lot-band/verdict-badge';
import { UnlikelyNotice } from '../list-lot/unlikely-notice';
import { useWords } from '#app/platform/i18n/use-words';
import { RequestId } from '#app/ui/forms/request-id';

interface RepriceFormProps {
  lot: OwnLotPage['lot'];
  typed: string | null;
  /** What must be said before it counts. */
  doubts: RepriceDoubts | null;
  /** Where the typed price would stand, when somebody looked. */
  look: AskLook | null;
  /** Why it is under the floor, as typed before. */
  reason: string;
  problems: Problem[];
}

/** A new ask for the whole lot. One that is far off comes back with how far, to be corrected or confirmed. */
export function RepriceForm({ lot, typed, doubts, look, reason, problems }: RepriceFormProps) {
  const { t, format } = useWords();
  const currency = asCurrency(lot.currency);
  // A reason that was typed stays on the page, also where somebody only looks at another price.
  const below = doubts?.belowFloor ?? (reason ? look?.belowFloor : null);
  const belowFields = below ? (
    <BelowFloorFields
      belowFloor={below}
      currency={currency}
      reason={reason}
      error={fieldError(problems, 'belowFloorReason', t)}
    />
  ) : reason ? (
    <input type="hidden" name="belowFloorReason" value={reason} />
  ) : null;
  return (
    <Disclosure summary={t('catalogue:own.reprice')} open={typed !== null}>
      <form method="post" className="space-y-3">
        <RequestId />
        <MoneyInput
          name="ask"
          label={t('catalogue:form.ask')}
          hint={t('catalogue:own.repriceHint')}
          error={fieldError(problems, 'ask', t)}
          required
          defaultValue={typed ?? typeable(toAmount({ minor: lot.askMinor, currency }))}
          currencies={[lot.currency]}
        />
        {doubts ? (
          <>
            {doubts.ask ? <UnlikelyNotice unlikely={doubts.ask} currency={currency} /> : null}
            {belowFields}
            {below ? <Notice tone="warn">{t('catalogue:belowFloor.offSale')}</Notice> : null}
            <Checkbox
              name="confirmed"
              value={doubts.token}
              label={t('catalogue:own.confirmPrice', { ask: format.money({ minor: doubts.askMinor, currency }) })}
            />
          </>
        ) : (
          belowFields
        )}
        {look ? (
          <Notice announce>
            <p>
              <VerdictBadge verdict={look.verdict} />
            </p>
            <p className="mt-2">
              {look.inHand
                ? t('catalogue:own.lookText', {
                    ask: format.money({ minor: look.askMinor, currency }),
                    net: format.money({ minor: look.inHand.minor, currency }),
                    pct: format.percent(look.inHand.pct, 1),
                  })
                : t('catalogue:belowFloor.inHandUnknown')}{' '}
              {t('catalogue:own.lookNothing')}
            </p>
          </Notice>
        ) : null}
        {/* The first button is the one that Enter presses: it only looks. */}
        <Button name="intent" value="reprice-look" kind="quiet">
          {t('catalogue:own.repriceLook')}
        </Button>{' '}
        <Button name="intent" value="reprice" kind="quiet">
          {t('catalogue:own.repriceNow')}
        </Button>
      </form>
    </Disclosure>
  );
}
