import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { ROLE_DUTY, ROLE_LABEL, type Role } from '../roles';
import { RequestId } from '#app/ui/forms/request-id';

type InvitationScreenProps = {
  path: string;
  maskedEmail: string;
  role: Role;
  organisationName: string;
  state: 'open' | 'expired' | 'accepted';
  /** Whether the one who reads this is signed in, and with the address that was invited. */
  signedIn: boolean;
  isReaders: boolean;
  values: Record<string, string>;
  problems: Problem[];
};

export function InvitationScreen(props: InvitationScreenProps) {
  const { t } = useTranslation();
  const { maskedEmail, role, organisationName, state, signedIn, isReaders, problems } = props;
  return (
    <div className="max-w-xl">
      <PageHeader title={t('identity:invitation.title', { organisation: organisationName })} />
      <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
      {state === 'expired' ? <Notice tone="warn">{t('identity:refusal.invitationExpired')}</Notice> : null}
      {state === 'accepted' ? <Notice>{t('identity:refusal.invitationUsed')}</Notice> : null}
      {state === 'open' ? (
        <Card>
          <p>{t('identity:invitation.text', { email: maskedEmail, role: t(ROLE_LABEL[role]) })}</p>
          <p className="mt-1 mb-5 text-soft">{t(ROLE_DUTY[role])}</p>
          {isReaders ? (
            <form method="post">
              <RequestId />
              <Button>{t('identity:invitation.accept')}</Button>
            </form>
          ) : signedIn ? (
            <Notice tone="warn">{t('identity:refusal.invitationAddress', { email: maskedEmail })}</Notice>
          ) : (
            <Newcomer {...props} />
          )}
        </Card>
      ) : null}
    </div>
  );
}

function Newcomer({ path, values, problems }: InvitationScreenProps) {
  const { t } = useTranslation();
  return (
    <>
      <form method="post" className="space-y-5">
        <RequestId />
        <TextInput
          name="name"
          label={t('identity:field.name')}
          autoComplete="name"
          defaultValue={values['name']}
          error={fieldError(problems, 'name', t)}
          required
        />
        <TextInput
          name="password"
          label={t('identity:field.newPassword')}
          hint={t('identity:field.newPasswordHint')}
          type="password"
          autoComplete="new-password"
          error={fieldError(problems, 'password', t)}
          required
        />
        <Button name="intent" value="sign-up">
          {t('identity:invitation.signUp')}
        </Button>
      </form>
      <p className="mt-5 border-t border-line pt-4">
        <a href={`/sign-in?next=${encodeURIComponent(path)}`}>{t('identity:invitation.signIn')}</a>
      </p>
    </>
  );
}
