import { asCurrency } from '#app/money/currency';
import { toAmount } from '#app/money/money';
import { typeable } from '#app/money/typed-decimal';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Checkbox } from '#app/ui/forms/choices';
import { MoneyInput } from '#app/ui/forms/unit-inputs';
import type { UnlikelyAsk } from '../../lots/unlikely-ask';
import type { OwnLotPage } from '../../pages/own-lot.server';
import { UnlikelyNotice } from '../unlikely-notice';
import { useWords } from '../use-words';
import { RequestId } from '#app/ui/forms/request-id';

interface RepriceFormProps {
  lot: OwnLotPage['lot'];
  typed: string | null;
  unlikely: UnlikelyAsk | null;
  problems: Problem[];
}

/** A new ask for the whole lot; one that is far off comes back with how far, to be corrected or confirmed. */
export function RepriceForm({ lot, typed, unlikely, problems }: RepriceFormProps) {
  const { t, format } = useWords();
  const currency = asCurrency(lot.currency);
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
        {unlikely ? (
          <>
            <UnlikelyNotice unlikely={unlikely} currency={currency} />
            <Checkbox
              name="meant"
              value={unlikely.askMinor.toString()}
              label={t('catalogue:own.meantPrice', { ask: format.money({ minor: unlikely.askMinor, currency }) })}
            />
          </>
        ) : null}
        <Button name="intent" value="reprice" kind="quiet">
          {t('catalogue:own.repriceNow')}
        </Button>
      </form>
    </Disclosure>
  );
}
