import { useTranslation } from 'react-i18next';
import { fieldError, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Checkbox } from '#app/ui/forms/choices';
import { FileInput } from '#app/ui/forms/file-input';
import { RequestId } from '#app/ui/forms/request-id';
import { TextArea, TextInput } from '#app/ui/forms/text-input';

interface ApproveProps {
  /** The sum, as it is written. */
  amount: string;
  requestId: string;
  problems: readonly Problem[];
  values: Record<string, string>;
}

/** The second person has sent the money, and says so with the reference and the slip. */
export function ApproveForm({ amount, requestId, ...props }: ApproveProps) {
  const { t } = useTranslation();
  return (
    <form method="post" encType="multipart/form-data" className="space-y-4">
      <RequestId value={requestId} />
      <SentFields {...props} />
      <Button block>{t('payments:approve.button', { amount })}</Button>
    </form>
  );
}

/** The money left before the order was frozen or the account replaced: said openly, it is not sent twice. */
export function SentAlreadyForm({ amount, requestId, ...props }: ApproveProps) {
  const { t } = useTranslation();
  const { problems, values } = props;
  const error = (name: string) => fieldError(problems, name, (key, params) => t(key, params));
  return (
    <Disclosure summary={t('payments:sentAlready.summary')} open={values['intent'] === 'approve'}>
      <form method="post" encType="multipart/form-data" className="space-y-4">
        <p className="text-sm text-soft">{t('payments:sentAlready.text', { amount })}</p>
        <RequestId value={requestId} />
        <SentFields {...props} />
        <TextArea
          name="sentNote"
          label={t('payments:sentAlready.note')}
          rows={2}
          required
          maxLength={500}
          error={error('sentNote')}
          defaultValue={values['sentNote']}
        />
        <Checkbox
          name="sentAlready"
          label={t('payments:sentAlready.tick', { amount })}
          required
          error={error('sentAlready')}
          defaultChecked={values['sentAlready'] === 'on'}
        />
        <Button block>{t('payments:sentAlready.button')}</Button>
      </form>
    </Disclosure>
  );
}

function SentFields({ problems, values }: Pick<ApproveProps, 'problems' | 'values'>) {
  const { t } = useTranslation();
  const error = (name: string) => fieldError(problems, name, (key, params) => t(key, params));
  return (
    <>
      <input type="hidden" name="intent" value="approve" />
      <TextInput
        name="reference"
        label={t('payments:approve.reference')}
        hint={t('payments:approve.referenceHint')}
        required
        code
        maxLength={120}
        error={error('reference')}
        defaultValue={values['reference']}
      />
      <FileInput
        name="proof"
        label={t('payments:approve.proof')}
        hint={t('payments:approve.proofHint')}
        accept="application/pdf,image/*"
        required
        error={error('proof')}
      />
    </>
  );
}
