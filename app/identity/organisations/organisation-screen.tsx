import { useTranslation } from 'react-i18next';
import { OFFERED_CURRENCIES } from '#app/money/currency';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { useFormat } from '#app/platform/i18n/use-format';
import { Button } from '#app/ui/actions/button';
import { Checkbox, RadioGroup } from '#app/ui/forms/choices';
import { FormErrors } from '#app/ui/forms/form-errors';
import { FieldRow, FormLayout } from '#app/ui/forms/form-layout';
import { RequestId } from '#app/ui/forms/request-id';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { COUNTRY_CODES } from './countries';

type OrganisationScreenProps = {
  requestId: string;
  values: Record<string, string>;
  problems: Problem[];
  programmes: { id: string; name: string; countryCode: string }[];
};

export function OrganisationScreen({ requestId, values, problems, programmes }: OrganisationScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const error = (name: string) => fieldError(problems, name, t);
  const countries = COUNTRY_CODES.map((code) => ({ value: code, label: format.country(code) })).sort((a, b) =>
    a.label.localeCompare(b.label, format.locale),
  );
  return (
    <>
      <PageHeader title={t('identity:organisation.title')} sub={t('identity:organisation.sub')} />
      <Card>
        <FormErrors title={t('identity:form.problem')} errors={formErrors(problems, t)} />
        <form method="post">
          <RequestId value={requestId} />
          <FormLayout>
            <RadioGroup
              name="kind"
              label={t('identity:organisation.kind')}
              defaultValue={values['kind'] ?? 'cooperative'}
              error={error('kind')}
              required
              choices={[
                {
                  value: 'cooperative',
                  label: t('identity:kind.cooperative'),
                  hint: t('identity:organisation.cooperativeHint'),
                },
                { value: 'buyer', label: t('identity:kind.buyer'), hint: t('identity:organisation.buyerHint') },
              ]}
            />
            <TextInput
              name="name"
              label={t('identity:organisation.name')}
              hint={t('identity:organisation.nameHint')}
              autoComplete="organization"
              defaultValue={values['name']}
              error={error('name')}
              required
            />
            <FieldRow>
              <Select
                name="countryCode"
                label={t('identity:organisation.country')}
                placeholder={t('identity:form.choose')}
                options={countries}
                defaultValue={values['countryCode'] ?? ''}
                error={error('countryCode')}
                required
              />
              <TextInput
                name="district"
                label={t('identity:organisation.district')}
                hint={t('identity:organisation.districtHint')}
                defaultValue={values['district']}
                error={error('district')}
                required
              />
            </FieldRow>
            <Select
              name="currency"
              label={t('identity:organisation.currency')}
              hint={t('identity:organisation.currencyHint')}
              options={OFFERED_CURRENCIES.map((code) => ({ value: code, label: code }))}
              defaultValue={values['currency'] ?? 'USD'}
              error={error('currency')}
              required
            />
            <Select
              name="programmeId"
              label={t('identity:organisation.programme')}
              hint={t('identity:organisation.programmeHint')}
              placeholder={t('identity:form.choose')}
              options={programmes.map(({ id, name, countryCode }) => ({
                value: id,
                label: `${name} (${format.country(countryCode)})`,
              }))}
              defaultValue={values['programmeId'] ?? ''}
              error={error('programmeId')}
              required
            />
            <Checkbox
              name="womenLed"
              label={t('identity:organisation.womenLed')}
              hint={t('identity:organisation.womenLedHint')}
              defaultChecked={values['womenLed'] === 'on'}
            />
            <Button>{t('identity:organisation.submit')}</Button>
          </FormLayout>
        </form>
      </Card>
    </>
  );
}
