import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import type { OrganisationKind, Role } from '../roles';
import { DemoLoginsCard } from './demo-logins-card';
import { carriedFields, type HeldForm } from './held-form';
import { HiddenFields } from './hidden-fields';

type SignInScreenProps = {
  next: string | null;
  /** What was sent without a session. */
  held: HeldForm | null;
  /** Why what was sent must be filled in again. */
  again: string | null;
  email: string;
  problems: Problem[];
  demo: {
    password: string;
    logins: { email: string; role: Role; organisationKind: OrganisationKind; organisationName: string }[];
  } | null;
};

export function SignInScreen({ next, held, again, email, problems, demo }: SignInScreenProps) {
  const { t } = useTranslation();
  const signUpHref = next ? `/sign-up?next=${encodeURIComponent(next)}` : '/sign-up';
  const carried = held ? carriedFields(held) : [];
  const form = (
    <Card>
      {held || again ? (
        <div className="mb-5">
          <Notice tone="warn">{t(again ?? 'identity:held.ended')}</Notice>
        </div>
      ) : null}
      <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
      <form method="post" action="/sign-in" className="space-y-5">
        <HiddenFields fields={carried} />
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <TextInput
          name="email"
          label={t('identity:field.email')}
          type="email"
          autoComplete="username"
          defaultValue={email}
          error={fieldError(problems, 'email', t)}
          required
        />
        <TextInput
          name="password"
          label={t('identity:field.password')}
          type="password"
          autoComplete="current-password"
          required
        />
        <Button block>{t('identity:signIn.submit')}</Button>
      </form>
      {held ? null : (
        <p className="mt-5 border-t border-line pt-4">
          {t('identity:signIn.newHere')} <a href={signUpHref}>{t('identity:signIn.join')}</a>
        </p>
      )}
    </Card>
  );
  return (
    <>
      <PageHeader title={t('identity:signIn.title')} sub={t('identity:signIn.sub')} />
      {demo ? (
        <Columns main={<DemoLoginsCard {...demo} next={next} carried={carried} />} aside={form} asideFirst />
      ) : (
        <div className="max-w-md">{form}</div>
      )}
    </>
  );
}
