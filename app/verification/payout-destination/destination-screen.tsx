import { useTranslation } from 'react-i18next';
import { fieldError, formErrors, type Problem } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { Notice } from '#app/ui/display/notice';
import { RadioGroup } from '#app/ui/forms/choices';
import { FormErrors } from '#app/ui/forms/form-errors';
import { FormLayout } from '#app/ui/forms/form-layout';
import { RequestId } from '#app/ui/forms/request-id';
import { TextInput } from '#app/ui/forms/text-input';
import { Card } from '#app/ui/layout/card';
import { PageHeader } from '#app/ui/layout/page-header';
import { METHOD_LABEL } from '../labels';
import { PAYOUT_METHODS } from './destination.schema';
import { DestinationDetails } from './destination-details';
import type { DestinationPage } from './destination-page.server';

type DestinationScreenProps = DestinationPage & {
  requestId: string;
  values: Record<string, string>;
  problems: Problem[];
};

export function DestinationScreen(props: DestinationScreenProps) {
  const { t } = useTranslation();
  const { organisationName, destination, mayWrite, problems } = props;
  const form = <DestinationForm {...props} />;
  return (
    <div className="max-w-2xl space-y-5">
      <PageHeader
        kicker={organisationName}
        title={t('verification:destination.title')}
        sub={t('verification:destination.sub')}
      />
      <FormErrors title={t('verification:form.problem')} errors={formErrors(problems, t)} />
      {destination ? (
        <Card title={t('verification:destination.current')}>
          <DestinationDetails destination={destination} />
        </Card>
      ) : null}
      {mayWrite && destination && problems.length === 0 ? (
        <Disclosure summary={t('verification:destination.change')}>{form}</Disclosure>
      ) : null}
      {mayWrite && (!destination || problems.length > 0) ? form : null}
      {!mayWrite && !destination ? <Notice>{t('verification:destination.none')}</Notice> : null}
    </div>
  );
}

function DestinationForm({ organisationName, destination, requestId, values, problems }: DestinationScreenProps) {
  const { t } = useTranslation();
  const error = (name: string) => fieldError(problems, name, t);
  return (
    <Card title={t(destination ? 'verification:destination.change' : 'verification:destination.add')}>
      <form method="post">
        <RequestId value={requestId} />
        <FormLayout>
          {destination ? <Notice tone="warn">{t('verification:destination.changeWarning')}</Notice> : null}
          <RadioGroup
            name="method"
            label={t('verification:destination.method')}
            choices={PAYOUT_METHODS.map((method) => ({ value: method, label: t(METHOD_LABEL[method]) }))}
            defaultValue={values['method'] ?? 'bank'}
            error={error('method')}
            required
          />
          <TextInput
            name="provider"
            label={t('verification:destination.provider')}
            hint={t('verification:destination.providerHint')}
            defaultValue={values['provider']}
            error={error('provider')}
            required
          />
          <TextInput
            name="holder"
            label={t('verification:destination.holder')}
            hint={t('verification:destination.holderHint')}
            defaultValue={values['holder'] ?? organisationName}
            error={error('holder')}
            required
          />
          <TextInput
            name="accountNumber"
            label={t('verification:destination.account')}
            hint={t('verification:destination.accountHint')}
            defaultValue={values['accountNumber']}
            error={error('accountNumber')}
            autoComplete="off"
            code
            required
          />
          <Button>{t('verification:destination.save')}</Button>
        </FormLayout>
      </form>
    </Card>
  );
}
