import { useTranslation } from 'react-i18next';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { RequestId } from '#app/ui/forms/request-id';
import { Button } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';

type LookInMailScreenProps = { email: string; demo: boolean; signedIn: boolean; problems: Problem[] };

/** A mail is on its way. The words are the same whether or not the address has an account. */
export function LookInMailScreen({ email, demo, signedIn, problems }: LookInMailScreenProps) {
  const { t } = useTranslation();
  return (
    <div className="max-w-xl">
      <PageHeader title={t('identity:mailbox.look')} />
      <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
      <Card>
        <p className="break-words">{t('identity:mailbox.lookText', { email })}</p>
        {demo ? (
          <div className="mt-4">
            <Notice>{t('identity:mailbox.demo')}</Notice>
          </div>
        ) : null}
        {signedIn ? (
          <form method="post" action="/account/mailbox" className="mt-5">
            <RequestId />
            <Button kind="quiet">{t('identity:mailbox.again')}</Button>
          </form>
        ) : (
          <p className="mt-5 border-t border-line pt-4">
            {t('identity:mailbox.nothing')} <a href="/sign-in">{t('identity:signIn.submit')}</a>
          </p>
        )}
      </Card>
    </div>
  );
}
