import { useTranslation } from 'react-i18next';
import { formErrors, type Problem } from '#app/platform/http/problems';
import { Button, LinkButton } from '#app/ui/actions/button';
import { ButtonRow } from '#app/ui/actions/button-row';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { ROLE_DUTY, ROLE_LABEL, type Role } from '../roles';
import { RequestId } from '#app/ui/forms/request-id';

type InvitationViewProps = {
  path: string;
  email: string;
  role: Role;
  organisationName: string;
  state: 'open' | 'expired' | 'accepted';
  /** Address of the person who reads this, null when nobody is signed in. */
  readerEmail: string | null;
  problems: Problem[];
};

export function InvitationView({
  path,
  email,
  role,
  organisationName,
  state,
  readerEmail,
  problems,
}: InvitationViewProps) {
  const { t } = useTranslation();
  const next = encodeURIComponent(path);
  return (
    <div className="max-w-xl">
      <PageHeader title={t('identity:invitation.title', { organisation: organisationName })} />
      <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
      {state === 'expired' ? <Notice tone="warn">{t('identity:refusal.invitationExpired')}</Notice> : null}
      {state === 'accepted' ? <Notice>{t('identity:refusal.invitationUsed')}</Notice> : null}
      {state === 'open' ? (
        <Card>
          <p>{t('identity:invitation.text', { email, role: t(ROLE_LABEL[role]) })}</p>
          <p className="mt-1 mb-5 text-soft">{t(ROLE_DUTY[role])}</p>
          {readerEmail === email ? (
            <form method="post">
              <RequestId />
              <Button>{t('identity:invitation.accept')}</Button>
            </form>
          ) : readerEmail ? (
            <Notice tone="warn">{t('identity:refusal.invitationAddress', { email })}</Notice>
          ) : (
            <ButtonRow>
              <LinkButton href={`/sign-up?next=${next}&email=${encodeURIComponent(email)}`}>
                {t('identity:invitation.signUp')}
              </LinkButton>
              <LinkButton kind="quiet" href={`/sign-in?next=${next}`}>
                {t('identity:invitation.signIn')}
              </LinkButton>
            </ButtonRow>
          )}
        </Card>
      ) : null}
    </div>
  );
}
