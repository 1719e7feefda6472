import { Checkbox, CheckboxGroup } from '#app/ui/forms/choices';
import type { FieldError } from '#app/ui/forms/field-id';
import { FieldRow } from '#app/ui/forms/form-layout';
import { TextArea, TextInput } from '#app/ui/forms/text-input';
import { QuantityInput } from '#app/ui/forms/unit-inputs';
import { Disclosure } from '#app/ui/actions/disclosure';
import type { FactKey, ProductForm } from '../../forms/forms';
import { CERTIFICATE_NAME, CERTIFICATES } from '../../forms/terms';
import type { LotInput } from '../../input/lot-input';
import { elementSign } from '../../lots/lot-title';
import { useWords } from '../use-words';

const FACT_LABEL: Record<FactKey, string> = {
  moisturePct: 'catalogue:facts.moisturePct',
  stoneCt: 'catalogue:facts.stoneCt',
};

interface DetailProps {
  product: ProductForm;
  values: LotInput;
  error: (name: string) => FieldError;
}

/** What may be said of a lot beside the five fields. */
export function LotDetailFields({ product, values, error }: DetailProps) {
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
      <AssayFields product={product} values={values} error={error} />
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

/** Metals that are paid for beside the main one, and elements that smelters charge for. */
function AssayFields({ product, values, error }: DetailProps) {
  const { t } = useWords();
  if (product.assays.length === 0) return null;
  const filled = product.assays.some(({ element }) => values.assays?.[element] || error(`assays.${element}`));
  return (
    <Disclosure summary={t('catalogue:assays.title')} open={filled}>
      <p className="mb-4 text-sm text-soft">{t('catalogue:assays.hint')}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        {product.assays.map(({ element, unit }) => (
          <QuantityInput
            key={element}
            name={`assays.${element}`}
            label={t('catalogue:facts.grade', { element: elementSign(element) })}
            error={error(`assays.${element}`)}
            optional={t('catalogue:form.optional')}
            defaultValue={values.assays?.[element] ?? ''}
            units={[{ value: unit, label: unit }]}
          />
        ))}
      </div>
    </Disclosure>
  );
}
