import { useTranslation } from 'react-i18next';
import { asCurrency } from '#app/money/currency';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { FileInput } from '#app/ui/forms/file-input';
import { RequestId } from '#app/ui/forms/request-id';
import { TextInput } from '#app/ui/forms/text-input';
import type { PayoutPage } from './payout-page.server';

interface TakeBackProps {
  payout: PayoutPage;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

/** Takes a payout back. Where something of it had arrived, a paper shows that it is here again. */
export function TakeBackForm({ payout, requestId, problems, values }: TakeBackProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tried = values['intent'] === 'cancel';
  const error = (name: string) => (tried ? fieldError(problems, name, (key, params) => t(key, params)) : null);
  const arrived = payout.receivedMinor ?? 0n;
  return (
    <Disclosure summary={t('payments:cancel.summary')} open={tried}>
      <form method="post" encType="multipart/form-data" className="space-y-4">
        <RequestId value={requestId} />
        <input type="hidden" name="intent" value="cancel" />
        <p className="text-sm text-soft">{t('payments:cancel.text')}</p>
        <TextInput
          name="note"
          label={t('payments:cancel.note')}
          required
          maxLength={500}
          error={error('note')}
          defaultValue={tried ? values['note'] : undefined}
        />
        {arrived > 0n ? (
          <FileInput
            name="backProof"
            label={t('payments:cancel.proof', {
              received: format.money({ minor: arrived, currency: asCurrency(payout.currency) }),
            })}
            hint={t('payments:cancel.proofHint')}
            accept="application/pdf,image/*"
            required
            error={error('backProof')}
          />
        ) : null}
        <Button kind="danger">{t('payments:cancel.button')}</Button>
      </form>
    </Disclosure>
  );
}
