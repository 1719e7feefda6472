import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { RequestId } from '#app/ui/forms/request-id';
import { Button } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';

type MailboxScreenProps = { maskedEmail: string; over: boolean; signedIn: boolean; problems: Problem[] };

/** The link of a mail: its reader says that the mailbox is his or hers, with the password of the account. */
export function MailboxScreen({ maskedEmail, over, signedIn, problems }: MailboxScreenProps) {
  const { t } = useTranslation();
  return (
    <div className="max-w-xl">
      <PageHeader title={t('identity:mailbox.title')} />
      <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
      {over ? (
        <Notice tone="warn">
          {t('identity:refusal.mailboxLinkOver')}{' '}
          <a href="/sign-in?next=/account/mailbox">{t('identity:signIn.submit')}</a>
        </Notice>
      ) : (
        <Card>
          <form method="post" className="space-y-5">
            <RequestId />
            <p>{t('identity:mailbox.text', { email: maskedEmail })}</p>
            {signedIn ? null : (
              <TextInput
                name="password"
                label={t('identity:field.password')}
                hint={t('identity:mailbox.passwordHint')}
                type="password"
                autoComplete="current-password"
                error={fieldError(problems, 'password', t)}
                required
              />
            )}
            <Button>{t('identity:mailbox.confirm')}</Button>
          </form>
        </Card>
      )}
    </div>
  );
}
