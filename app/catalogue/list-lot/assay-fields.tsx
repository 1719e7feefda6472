import type { FieldError } from '#app/ui/forms/field-id';
import { QuantityInput } from '#app/ui/forms/unit-inputs';
import { Disclosure } from '#app/ui/actions/disclosure';
import type { FactKey, ProductForm } from '../products/products';
import type { LotInput } from '../vocabulary/lot-input';
import { elementSign } from '../vocabulary/lot-title';
import { useWords } from '#app/platform/i18n/use-words';

type WeightFact = Exclude<FactKey, 'stoneCt'>;

const FACT_LABEL: Record<WeightFact, string> = {
  moisturePct: 'catalogue:facts.moisturePct',
  franchisePct: 'catalogue:facts.franchisePct',
};

interface AssayFieldsProps {
  product: ProductForm;
  values: LotInput;
  error: (name: string) => FieldError;
}

/**
 * What an assay says beside the main grade: what is taken off the weight, metals that are paid for, elements
 * that smelters charge for. Folded, since a lot needs none of it. Open where something stands in it or was
 * refused.
 */
export function AssayFields({ product, values, error }: AssayFieldsProps) {
  const { t } = useWords();
  const facts = product.facts.map(({ key }) => key).filter((key): key is WeightFact => key !== 'stoneCt');
  if (facts.length === 0 && product.assays.length === 0) return null;
  const optional = t('catalogue:form.optional');
  const filled =
    facts.some((key) => values.facts?.[key] || error(`facts.${key}`)) ||
    product.assays.some(({ element }) => values.assays?.[element] || error(`assays.${element}`));
  return (
    <Disclosure summary={t('catalogue:assays.title')} open={filled}>
      <div className="space-y-5">
        {facts.length > 0 ? <p className="text-sm text-soft">{t('catalogue:assays.weightHint')}</p> : null}
        <div className="grid items-end gap-5 sm:grid-cols-2">
          {facts.map((key) => (
            <QuantityInput
              key={key}
              name={`facts.${key}`}
              label={t(FACT_LABEL[key])}
              error={error(`facts.${key}`)}
              optional={optional}
              defaultValue={values.facts?.[key] ?? ''}
              units={[{ value: '%', label: '%' }]}
            />
          ))}
        </div>
        {product.assays.length > 0 ? <p className="text-sm text-soft">{t('catalogue:assays.hint')}</p> : null}
        <div className="grid gap-5 sm:grid-cols-2">
          {product.assays.map(({ element, unit }) => (
            <QuantityInput
              key={element}
              name={`assays.${element}`}
              label={t('catalogue:facts.grade', { element: elementSign(element) })}
              error={error(`assays.${element}`)}
              optional={optional}
              defaultValue={values.assays?.[element] ?? ''}
              units={[{ value: unit, label: unit }]}
            />
          ))}
        </div>
      </div>
    </Disclosure>
  );
}
