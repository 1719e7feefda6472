import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { LOCALE_NAMES, LOCALES } from '#app/platform/i18n/locales';
import { Button, LinkButton } from '#app/ui/actions/button';
import { Badge } from '#app/ui/display/badge';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { KIND_LABEL, ROLE_LABEL, type OrganisationKind, type Role } from '../roles';
import { RequestId } from '#app/ui/forms/request-id';

type AccountScreenProps = {
  name: string;
  email: string;
  locale: string;
  activeOrganisationId: string | null;
  organisations: { id: string; name: string; kind: OrganisationKind; role: Role }[];
  values: Record<string, string>;
  problems: Problem[];
};

export function AccountScreen(props: AccountScreenProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('identity:account.title')} sub={props.email} />
      <FormErrors title={t('identity:form.problem')} errors={formErrors(props.problems, t)} />
      <Columns
        main={
          <>
            <Organisations {...props} />
            <Profile {...props} />
          </>
        }
        aside={
          <>
            <Password {...props} />
            <Card title={t('identity:persons.title')} sub={t('identity:persons.sub')}>
              <LinkButton kind="quiet" href="/account/identity" aria-label={t('identity:persons.title')}>
                {t('identity:account.identity')}
              </LinkButton>
            </Card>
            <Card title={t('identity:sessions.title')} sub={t('identity:sessions.sub')}>
              <LinkButton kind="quiet" href="/account/sessions">
                {t('identity:account.seeSessions')}
              </LinkButton>
            </Card>
          </>
        }
      />
    </>
  );
}

function Organisations({ organisations, activeOrganisationId }: AccountScreenProps) {
  const { t } = useTranslation();
  return (
    <Card
      title={t('identity:account.organisations')}
      actions={<a href="/account/organisations/new">{t('identity:account.newOrganisation')}</a>}
    >
      {organisations.length === 0 ? <p className="text-soft">{t('identity:account.noOrganisation')}</p> : null}
      <ul className="divide-y divide-line">
        {organisations.map(({ id, name, kind, role }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-semibold">{name}</p>
              <p className="text-sm text-soft">
                {t(KIND_LABEL[kind])} · {t(ROLE_LABEL[role])}
              </p>
            </div>
            {id === activeOrganisationId ? (
              <Badge tone="good">{t('identity:account.active')}</Badge>
            ) : (
              <form method="post" action="/account/organisations/active">
                <RequestId of={id} />
                <input type="hidden" name="organisationId" value={id} />
                <Button kind="quiet" aria-label={t('identity:account.switchTo', { organisation: name })}>
                  {t('identity:account.switch')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Profile({ name, locale, values, problems }: AccountScreenProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('identity:account.profile')}>
      <form method="post" className="space-y-5">
        <RequestId />
        <TextInput
          name="name"
          label={t('identity:field.name')}
          autoComplete="name"
          defaultValue={values['name'] ?? name}
          error={fieldError(problems, 'name', t)}
          required
        />
        <Select
          name="locale"
          label={t('identity:field.locale')}
          hint={t('identity:field.localeHint')}
          options={LOCALES.map((code) => ({ value: code, label: LOCALE_NAMES[code] }))}
          defaultValue={values['locale'] ?? locale}
        />
        <Button name="intent" value="profile">
          {t('identity:account.save')}
        </Button>
      </form>
    </Card>
  );
}

function Password({ problems }: AccountScreenProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('identity:account.password')} sub={t('identity:account.passwordSub')}>
      <form method="post" className="space-y-5">
        <RequestId />
        <TextInput
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          label={t('identity:field.currentPassword')}
          error={fieldError(problems, 'currentPassword', t)}
          required
        />
        <TextInput
          name="newPassword"
          type="password"
          autoComplete="new-password"
          label={t('identity:field.newPassword')}
          hint={t('identity:field.newPasswordHint')}
          error={fieldError(problems, 'newPassword', t)}
          required
        />
        <Button kind="quiet" name="intent" value="password">
          {t('identity:account.changePassword')}
        </Button>
      </form>
    </Card>
  );
}
