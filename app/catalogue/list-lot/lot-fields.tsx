import type { ReactNode } from 'react';
import type { FieldError } from '#app/ui/forms/field-id';
import { RadioGroup } from '#app/ui/forms/choices';
import { Select } from '#app/ui/forms/select';
import { TextInput } from '#app/ui/forms/text-input';
import { MoneyInput, QuantityInput } from '#app/ui/forms/unit-inputs';
import { MineralGlyph } from '../art/mineral-glyph';
import { productKey, type ProductForm } from '../products/products';
import { INCOTERMS } from '../products/terms';
import { INCOTERM_LABEL, PRODUCT_LABEL, QUALITY_LABEL } from '../vocabulary/labels';
import type { LotInput } from '../vocabulary/lot-input';
import { elementSign } from '../vocabulary/lot-title';
import { STONE_BY } from './stone-size';
import { useWords } from '#app/platform/i18n/use-words';

interface LotFieldsProps {
  product: ProductForm;
  values: LotInput;
  currencies: string[];
  error: (name: string) => FieldError;
  /** Link to choose another product. None when the lot exists. */
  changeHref: string | null;
}

const GRADE_UNIT: Record<string, string> = { '%': '%', permil: '‰' };
const QUANTITY_UNIT: Record<string, string> = { m2: 'm²', m3: 'm³' };

/** Five questions: what, how much, how good, for how much, where. */
export function LotFields({ product, values, currencies, error, changeHref }: LotFieldsProps) {
  const { t } = useWords();
  const key = productKey(product);
  return (
    <ol className="space-y-6">
      <Question number={1}>
        <p className="mb-1.5 font-semibold">{t('catalogue:form.what')}</p>
        <input type="hidden" name="product" value={key} />
        <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-control border border-line bg-sand px-3 py-2">
          <MineralGlyph mineral={product.mineral} />
          <span className="font-semibold">{t(PRODUCT_LABEL[key] ?? key)}</span>
          {changeHref ? (
            <a href={changeHref} className="ml-auto inline-block py-1.5">
              {t('catalogue:form.change')}
            </a>
          ) : null}
        </div>
      </Question>
      <Question number={2}>
        <QuantityInput
          name="quantity"
          label={t('catalogue:form.quantity')}
          hint={t('catalogue:form.numberHint')}
          error={[error('quantity'), error('unit')].flatMap((text) => text ?? [])}
          required
          defaultValue={values.quantity}
          units={product.units.map((unit) => ({
            value: unit,
            label: unit === 'piece' ? t('catalogue:unit.piece', { count: 2 }) : (QUANTITY_UNIT[unit] ?? unit),
          }))}
          unitName="unit"
          unitLabel={t('catalogue:form.unit')}
          defaultUnit={values.unit}
        />
        {product.facts.some(({ key: fact }) => fact === 'stoneCt') ? (
          <div className="mt-4">
            <StoneSize values={values} error={error} />
          </div>
        ) : null}
      </Question>
      <Question number={3}>
        <div className="space-y-5">
          {product.grade ? (
            <QuantityInput
              name="grade"
              label={t('catalogue:form.grade', { element: elementSign(product.grade.element) })}
              hint={
                product.grade.units[0] === 'permil' ? t('catalogue:form.finenessHint') : t('catalogue:form.gradeHint')
              }
              error={[error('grade'), error('gradeUnit')].flatMap((text) => text ?? [])}
              required
              defaultValue={values.grade ?? ''}
              units={product.grade.units.map((unit) => ({
                value: unit,
                label: unit === 'karat' ? t('catalogue:unit.karat') : (GRADE_UNIT[unit] ?? unit),
              }))}
              unitName="gradeUnit"
              unitLabel={t('catalogue:form.unit')}
              {...(values.gradeUnit ? { defaultUnit: values.gradeUnit } : {})}
            />
          ) : null}
          {product.qualities.length > 0 ? (
            <RadioGroup
              name="quality"
              label={t('catalogue:form.quality')}
              error={error('quality')}
              required
              defaultValue={values.quality ?? null}
              choices={product.qualities.map((quality) => ({ value: quality, label: t(QUALITY_LABEL[quality]) }))}
            />
          ) : null}
        </div>
      </Question>
      <Question number={4}>
        <MoneyInput
          name="ask"
          label={t('catalogue:form.ask')}
          hint={t('catalogue:form.askHint')}
          error={[error('ask'), error('currency')].flatMap((text) => text ?? [])}
          required
          defaultValue={values.ask}
          currencies={currencies}
          currencyName="currency"
          currencyLabel={t('catalogue:form.currency')}
          defaultCurrency={values.currency}
        />
      </Question>
      <Question number={5}>
        <div className="space-y-4">
          <TextInput
            name="place"
            label={t('catalogue:form.place')}
            hint={t('catalogue:form.placeHint')}
            error={error('place')}
            required
            maxLength={80}
            autoComplete="off"
            defaultValue={values.place}
          />
          <Select
            name="incoterm"
            label={t('catalogue:form.incoterm')}
            hint="Incoterms 2020"
            error={error('incoterm')}
            required
            options={INCOTERMS.map((code) => ({ value: code, label: t(INCOTERM_LABEL[code]) }))}
            defaultValue={values.incoterm}
          />
        </div>
      </Question>
    </ol>
  );
}

const STONE_UNIT: Record<(typeof STONE_BY)[number], string> = {
  stones: 'catalogue:form.stonesInAll',
  ct: 'catalogue:form.caratsEach',
};

/** Part of how much there is: a count and the carats make the size that stones are compared by. */
function StoneSize({ values, error }: Pick<LotFieldsProps, 'values' | 'error'>) {
  const { t } = useWords();
  return (
    <QuantityInput
      name="facts.stoneCt"
      label={t('catalogue:form.stones')}
      hint={t('catalogue:form.stonesHint')}
      error={error('facts.stoneCt')}
      optional={t('catalogue:form.optional')}
      defaultValue={values.facts?.['stoneCt'] ?? ''}
      units={STONE_BY.map((by) => ({ value: by, label: t(STONE_UNIT[by]) }))}
      unitName="stoneBy"
      unitLabel={t('catalogue:form.stonesBy')}
      defaultUnit={values.stoneBy ?? STONE_BY[0]}
    />
  );
}

function Question({ number, children }: { number: number; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3">
      <span
        aria-hidden="true"
        className="grid size-8 place-items-center rounded-full bg-oxide-tint font-semibold text-oxide"
      >
        {number}
      </span>
      <div className="min-w-0">{children}</div>
    </li>
  );
}
