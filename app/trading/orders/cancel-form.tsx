import { useTranslation } from 'react-i18next';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { RequestId } from '#app/ui/forms/request-id';
import { TextInput } from '#app/ui/forms/text-input';

/** Calls an unpaid order off. Folded away, so that nobody does it by a slip. */
export function CancelForm({ requestId }: { requestId: string }) {
  const { t } = useTranslation();
  return (
    <Disclosure summary={t('trading:cancel.summary')}>
      <form method="post" className="space-y-4">
        <RequestId value={requestId} />
        <input type="hidden" name="intent" value="cancel" />
        <p className="text-sm text-soft">{t('trading:cancel.text')}</p>
        <TextInput name="reason" label={t('trading:cancel.reason')} maxLength={300} />
        <Button kind="danger">{t('trading:cancel.button')}</Button>
      </form>
    </Disclosure>
  );
}
