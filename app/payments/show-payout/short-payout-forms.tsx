import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { FileInput } from '#app/ui/forms/file-input';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea, TextInput } from '#app/ui/forms/text-input';
import type { PayoutPage } from './payout-page.server';

interface ShortPayoutProps {
  payout: PayoutPage;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

/**
 * The ends of a payout of which only a part arrived, beside a new count and taking it back: a bank kept the
 * difference, or the rest is sent.
 */
export function ShortPayoutForms({ payout, requestId, problems, values }: ShortPayoutProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = (minor: bigint) => format.money({ minor, currency: asCurrency(payout.currency) });
  const error = (name: string) => fieldError(problems, name, (key, params) => t(key, params));
  const { missingMinor, maxCostMinor, receivedMinor } = payout;
  if (missingMinor === null) return null;
  const difference = money(missingMinor);
  const tried = values['intent'];
  return (
    <>
      <Disclosure summary={t('payments:cost.summary')} open={tried === 'propose-cost'}>
        {missingMinor > maxCostMinor ? (
          <p className="text-sm text-soft">{t('payments:cost.tooLarge', { most: money(maxCostMinor) })}</p>
        ) : (
          <form method="post" encType="multipart/form-data" className="space-y-4">
            <RequestId value={requestId} />
            <input type="hidden" name="intent" value="propose-cost" />
            <p className="text-sm text-soft">{t('payments:cost.text', { difference })}</p>
            <TextInput
              name="payee"
              label={t('payments:cost.payee')}
              required
              maxLength={120}
              error={error('payee')}
              defaultValue={values['payee']}
            />
            <FileInput
              name="proof"
              label={t('payments:cost.proof')}
              hint={t('payments:cost.proofHint')}
              accept="application/pdf,image/*"
              required
              error={error('proof')}
            />
            <Button block>{t('payments:cost.propose')}</Button>
          </form>
        )}
      </Disclosure>
      <Disclosure summary={t('payments:rest.summary')} open={tried === 'send-rest'}>
        <form method="post" className="space-y-4">
          <RequestId value={requestId} />
          <input type="hidden" name="intent" value="send-rest" />
          <p className="text-sm text-soft">
            {t('payments:rest.text', { received: money(receivedMinor ?? 0n), difference })}
          </p>
          <TextArea
            name="note"
            label={t('payments:resolve.note')}
            rows={2}
            required
            maxLength={500}
            error={tried === 'send-rest' ? error('note') : undefined}
            defaultValue={tried === 'send-rest' ? values['note'] : undefined}
          />
          <Button block>{t('payments:rest.button')}</Button>
        </form>
      </Disclosure>
    </>
  );
}

/** A second person looks at the bank's paper and accepts what it kept. */
export function AcceptCostForm({ payout, requestId }: Pick<ShortPayoutProps, 'payout' | 'requestId'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (payout.cost?.proposedByReader || payout.missingMinor === null) return null;
  const difference = format.money({ minor: payout.missingMinor, currency: asCurrency(payout.currency) });
  return (
    <form method="post">
      <RequestId value={requestId} />
      <input type="hidden" name="intent" value="accept-cost" />
      <Button block>{t('payments:cost.accept', { difference })}</Button>
    </form>
  );
}
