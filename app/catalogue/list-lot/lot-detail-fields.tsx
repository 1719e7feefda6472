import { Checkbox, CheckboxGroup } from '#app/ui/forms/choices';
import type { FieldError } from '#app/ui/forms/field-id';
import { FieldRow } from '#app/ui/forms/form-layout';
import { TextArea, TextInput } from '#app/ui/forms/text-input';
import { CERTIFICATE_NAME, CERTIFICATES } from '../products/terms';
import type { LotInput } from '../vocabulary/lot-input';
import { useWords } from '#app/platform/i18n/use-words';

interface DetailProps {
  values: LotInput;
  error: (name: string) => FieldError;
}

/** What may be said of a lot beside the five fields. */
export function LotDetailFields({ values, error }: DetailProps) {
  const { t } = useWords();
  const optional = t('catalogue:form.optional');
  return (
    <div className="space-y-5">
      <TextArea
        name="description"
        label={t('catalogue:form.description')}
        hint={t('catalogue:form.descriptionHint')}
        error={error('description')}
        optional={optional}
        maxLength={1000}
        defaultValue={values.description ?? ''}
      />
      <FieldRow>
        <TextInput
          name="district"
          label={t('catalogue:form.district')}
          hint={t('catalogue:facts.originHint')}
          error={error('district')}
          required
          maxLength={80}
          defaultValue={values.district ?? ''}
        />
        <TextInput
          name="leadTimeDays"
          label={t('catalogue:form.leadTime')}
          error={error('leadTimeDays')}
          inputMode="numeric"
          maxLength={3}
          defaultValue={values.leadTimeDays ?? ''}
        />
      </FieldRow>
      <CheckboxGroup
        name="certificates"
        label={t('catalogue:facts.certificates')}
        hint={t('catalogue:form.certificatesHint')}
        error={error('certificates')}
        choices={CERTIFICATES.map((key) => ({ value: key, label: CERTIFICATE_NAME[key] }))}
        defaultValues={values.certificates ?? []}
      />
      <Checkbox name="divisible" label={t('catalogue:form.divisible')} defaultChecked={values.divisible ?? false} />
    </div>
  );
}
