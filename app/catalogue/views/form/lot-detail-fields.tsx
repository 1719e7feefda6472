import { Checkbox, CheckboxGroup } from '#app/ui/forms/choices';
import type { FieldError } from '#app/ui/forms/field-id';
import { FieldRow } from '#app/ui/forms/form-layout';
import { TextArea, TextInput } from '#app/ui/forms/text-input';
import type { FactKey, ProductForm } from '../../forms/forms';
import { CERTIFICATE_NAME, CERTIFICATES } from '../../forms/terms';
import type { LotInput } from '../../input/lot-input';
import { useWords } from '../use-words';

const FACT_LABEL: Record<FactKey, string> = {
  moisturePct: 'catalogue:facts.moisturePct',
  stoneCt: 'catalogue:facts.stoneCt',
};

/** What may be said of a lot beside the five fields. */
export function LotDetailFields({
  product,
  values,
  error,
}: {
  product: ProductForm;
  values: LotInput;
  error: (name: string) => FieldError;
}) {
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
      {product.facts.map((field) => (
        <TextInput
          key={field.key}
          name={`facts.${field.key}`}
          label={t(FACT_LABEL[field.key])}
          error={error(`facts.${field.key}`)}
          optional={optional}
          inputMode="decimal"
          maxLength={20}
          defaultValue={values.facts?.[field.key] ?? ''}
        />
      ))}
      <CheckboxGroup
        name="certificates"
        label={t('catalogue:facts.certificates')}
        hint={t('catalogue:form.certificatesHint')}
        error={error('certificates')}
        choices={CERTIFICATES.map((key) => ({ value: key, label: CERTIFICATE_NAME[key] }))}
        defaultValues={values.certificates ?? []}
      />
      <Checkbox name="divisible" label={t('catalogue:form.divisible')} defaultChecked={values.divisible ?? false} />
      <Checkbox name="womenLed" label={t('catalogue:form.womenLed')} defaultChecked={values.womenLed ?? false} />
    </div>
  );
}
