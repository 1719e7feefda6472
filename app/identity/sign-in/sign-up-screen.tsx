import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { LOCALE_NAMES, LOCALES } from '#app/platform/i18n/locales';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { Columns } from '#app/ui/layout/columns';
import { PageHeader } from '#app/ui/layout/page-header';
import { Timeline } from '#app/ui/display/timeline';

type SignUpScreenProps = {
  next: string | null;
  values: Record<string, string>;
  locale: string;
  problems: Problem[];
};

export function SignUpScreen({ next, values, locale, problems }: SignUpScreenProps) {
  const { t } = useTranslation();
  const error = (name: string) => fieldError(problems, name, t);
  const form = (
    <Card>
      <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
      <form method="post" className="space-y-5">
        <RequestId />
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <TextInput
          name="name"
          label={t('identity:field.name')}
          autoComplete="name"
          defaultValue={values['name']}
          error={error('name')}
          required
        />
        <TextInput
          name="email"
          label={t('identity:field.email')}
          type="email"
          autoComplete="username"
          defaultValue={values['email']}
          error={error('email')}
          required
        />
        <TextInput
          name="password"
          label={t('identity:field.newPassword')}
          hint={t('identity:field.newPasswordHint')}
          type="password"
          autoComplete="new-password"
          error={error('password')}
          required
        />
        <Select
          name="locale"
          label={t('identity:field.locale')}
          hint={t('identity:field.localeHint')}
          options={LOCALES.map((code) => ({ value: code, label: LOCALE_NAMES[code] }))}
          defaultValue={values['locale'] ?? locale}
        />
        <Disclosure summary={t('identity:signUp.training')} open={error('code') !== null}>
          <TextInput
            name="code"
            label={t('identity:signUp.code')}
            hint={t('identity:signUp.codeHint')}
            defaultValue={values['code']}
            error={error('code')}
            autoComplete="off"
            code
          />
        </Disclosure>
        <Button block>{t('identity:signUp.submit')}</Button>
      </form>
      <p className="mt-5 border-t border-line pt-4">
        {t('identity:signUp.already')}{' '}
        <a href={next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'}>{t('identity:signIn.submit')}</a>
      </p>
    </Card>
  );
  const steps = (
    <Card title={t('identity:signUp.howTitle')} tone="sand">
      <Timeline
        items={[
          { title: t('identity:signUp.step1'), body: t('identity:signUp.step1Text'), state: 'next' },
          { title: t('identity:signUp.step2'), body: t('identity:signUp.step2Text'), state: 'next' },
          { title: t('identity:signUp.step3'), body: t('identity:signUp.step3Text'), state: 'next' },
          { title: t('identity:signUp.step4'), body: t('identity:signUp.step4Text'), state: 'next' },
        ]}
      />
    </Card>
  );
  return (
    <>
      <PageHeader title={t('identity:signUp.title')} sub={t('identity:signUp.sub')} />
      <Columns main={form} aside={steps} />
    </>
  );
}
