import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Notice } from '#app/ui/display/notice';
import { FormErrors } from '#app/ui/forms/form-errors';
import { RequestId } from '#app/ui/forms/request-id';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { DOCUMENT_LABEL } from './document-label';
import { DOCUMENT_KINDS } from './identity-document';
import type { IdentityPage } from './identity-page.server';

type IdentityScreenProps = {
  page: IdentityPage;
  countries: { code: string; name: string }[];
  country: string;
  values: Record<string, string>;
  problems: Problem[];
};

/** Whose account this is: what was said, what is missing, and what is kept of it. */
export function IdentityScreen(props: IdentityScreenProps) {
  const { page, problems } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const facts =
    page.state === 'none'
      ? null
      : {
          paper: t(DOCUMENT_LABEL[page.kind]),
          country: format.country(page.country),
          date: format.date(page.since),
        };
  return (
    <div className="max-w-xl">
      <PageHeader title={t('identity:persons.title')} sub={t('identity:persons.sub')} />
      <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
      <div className="space-y-5">
        {page.state === 'confirmed' ? (
          <Notice tone="success">{t('identity:persons.state.confirmed', facts ?? {})}</Notice>
        ) : null}
        {page.state === 'waiting' ? (
          <Notice tone="warn">{t('identity:persons.state.waiting', facts ?? {})}</Notice>
        ) : null}
        {page.state === 'phone' ? <CodeForm {...props} codeOver={page.codeOver} /> : null}
        {page.state === 'none' ? <ClaimForm {...props} /> : null}
        {page.state === 'phone' || page.state === 'waiting' ? (
          <Disclosure summary={t('identity:persons.again')} open={problems.some(({ path }) => path !== 'code')}>
            <ClaimForm {...props} />
          </Disclosure>
        ) : null}
        <p className="text-sm text-soft">{t('identity:persons.kept')}</p>
      </div>
    </div>
  );
}

function CodeForm({ problems, codeOver }: IdentityScreenProps & { codeOver: boolean }) {
  const { t } = useTranslation();
  if (codeOver) return <Notice tone="warn">{t('identity:persons.codeOver')}</Notice>;
  return (
    <Card title={t('identity:persons.codeTitle')} sub={t('identity:persons.codeSub')}>
      <form method="post" className="space-y-5">
        <TextInput
          name="code"
          label={t('identity:persons.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          error={fieldError(problems, 'code', t)}
          required
        />
        <Button name="intent" value="code">
          {t('identity:persons.sendCode')}
        </Button>
      </form>
    </Card>
  );
}

function ClaimForm({ countries, country, values, problems }: IdentityScreenProps) {
  const { t } = useTranslation();
  const error = (name: string) => fieldError(problems, name, t);
  return (
    <Card>
      <form method="post" className="space-y-5">
        <RequestId />
        <Select
          name="kind"
          label={t('identity:persons.kind')}
          hint={t('identity:persons.kindHint')}
          options={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(DOCUMENT_LABEL[kind]) }))}
          defaultValue={values['kind'] ?? 'national_id'}
          error={error('kind')}
        />
        <Select
          name="country"
          label={t('identity:persons.country')}
          options={countries.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={values['country'] ?? country}
          error={error('country')}
        />
        <TextInput
          name="number"
          label={t('identity:persons.number')}
          defaultValue={values['number']}
          error={error('number')}
          autoComplete="off"
          code
          required
        />
        <TextInput
          name="phone"
          type="tel"
          label={t('identity:persons.phone')}
          hint={t('identity:persons.phoneHint')}
          defaultValue={values['phone']}
          error={error('phone')}
          autoComplete="tel"
          required
        />
        <Button name="intent" value="claim">
          {t('identity:persons.claim')}
        </Button>
      </form>
    </Card>
  );
}
