import { useTranslation } from 'react-i18next';
import { useFormat } from '#app/platform/i18n/use-format';
import { fieldError, formErrors } from '#app/platform/http/problems';
import { Button } from '#app/ui/actions/button';
import { Disclosure } from '#app/ui/actions/disclosure';
import { FormErrors } from '#app/ui/forms/form-errors';
import { Select } from '#app/ui/forms/select';
import { MoneyInput, QuantityInput } from '#app/ui/forms/unit-inputs';
import { CHOICES, type FieldName, type Product } from './calculator-products';
import type { CalculatorPage } from './calculator-page.server';
import { unitText } from '#app/prices/vocabulary/unit-text';
import { STONE_LABEL, WORD_LABEL } from './calculator-labels';
import type { Stone } from './calculator-products';

type Props = Pick<CalculatorPage, 'product' | 'typed' | 'problems' | 'currencies'>;

/** A form that the address holds: sent by GET, complete without scripts, and it keeps what was typed. */
export function CalculatorForm({ product, typed, problems, currencies }: Props) {
  const { t } = useTranslation();
  const say = (key: string, params: Record<string, string | number>) => t(key, params);
  const field = (name: FieldName) => ({ name, defaultValue: typed[name], error: fieldError(problems, name, say) });
  const amountLabel = t(AMOUNT_LABEL[product]);
  return (
    <form method="get" action="/calculator" className="space-y-5" noValidate>
      <FormErrors title={t('pricing:calculator.problem.title')} errors={formErrors(problems, say)} />
      <input type="hidden" name="product" value={product} />
      {product === 'stones' ? <StoneFields typed={typed} /> : null}
      <QuantityInput
        {...field('amount')}
        label={amountLabel}
        required
        units={options(t, product, 'unit')}
        unitName="unit"
        unitLabel={t('pricing:calculator.field.unit')}
        defaultUnit={typed.unit}
      />
      {product === 'gold' || product === 'silver' ? (
        <QuantityInput
          {...field('purity')}
          label={t('pricing:calculator.field.purity')}
          hint={t(product === 'gold' ? 'pricing:calculator.hint.goldPurity' : 'pricing:calculator.hint.silverPurity')}
          required
          units={options(t, product, 'purityUnit')}
          unitName="purityUnit"
          unitLabel={t('pricing:calculator.field.purityUnit')}
          defaultUnit={typed.purityUnit}
        />
      ) : null}
      {product === 'tin' ? (
        <>
          <QuantityInput
            {...field('purity')}
            label={t('pricing:calculator.field.tinGrade')}
            required
            units={[{ value: '%', label: '% Sn' }]}
          />
          <QuantityInput
            {...field('moisture')}
            label={t('pricing:calculator.field.moisture')}
            optional={t('pricing:calculator.optional')}
            units={[{ value: '%', label: '%' }]}
          />
        </>
      ) : null}
      {product === 'stones' ? (
        <>
          <QuantityInput
            {...field('size')}
            label={t('pricing:calculator.field.size')}
            optional={t('pricing:calculator.optional')}
            units={[{ value: 'ct', label: t('pricing:calculator.unit.ct') }]}
          />
          <Disclosure
            summary={t('pricing:calculator.field.fromRough')}
            open={typed.roughPrice !== '' || typed.yield !== ''}
          >
            <div className="space-y-5">
              <QuantityInput
                {...field('roughPrice')}
                label={t('pricing:calculator.field.roughPrice')}
                hint={t('pricing:calculator.hint.roughPrice')}
                units={[{ value: 'ct', label: '/ ct' }]}
              />
              <QuantityInput
                {...field('yield')}
                label={t('pricing:calculator.field.yield')}
                hint={t('pricing:calculator.hint.yield')}
                units={[{ value: '%', label: '%' }]}
              />
            </div>
          </Disclosure>
        </>
      ) : null}
      {product === 'stones' || product === 'bricks' ? <CountryField country={typed.country} /> : null}
      <MoneyInput
        {...field('offer')}
        label={t('pricing:calculator.field.offer')}
        hint={t('pricing:calculator.hint.offer')}
        optional={t('pricing:calculator.optional')}
        currencies={currencies}
        currencyName="currency"
        currencyLabel={t('pricing:calculator.field.currency')}
        defaultCurrency={typed.currency}
      />
      <Button block>{t('pricing:calculator.submit')}</Button>
    </form>
  );
}

const AMOUNT_LABEL: Record<Product, string> = {
  gold: 'pricing:calculator.field.mass',
  silver: 'pricing:calculator.field.mass',
  tin: 'pricing:calculator.field.tinMass',
  stones: 'pricing:calculator.field.stoneMass',
  bricks: 'pricing:calculator.field.pieces',
};

function options(t: (key: string) => string, product: Product, name: FieldName): { value: string; label: string }[] {
  return (CHOICES[product][name] ?? []).map((value) => ({ value, label: unitText(t, value) }));
}

function StoneFields({ typed }: Pick<Props, 'typed'>) {
  const { t } = useTranslation();
  const words = (name: FieldName, label: (value: string) => string) =>
    (CHOICES.stones[name] ?? []).map((value) => ({ value, label: label(value) }));
  const word = (value: string) => t(WORD_LABEL[value] ?? value);
  return (
    <>
      <Select
        name="stone"
        label={t('pricing:calculator.field.stone')}
        defaultValue={typed.stone}
        options={words('stone', (value) => t(STONE_LABEL[value as Stone]))}
      />
      <Select
        name="form"
        label={t('pricing:calculator.field.form')}
        defaultValue={typed.form}
        options={words('form', word)}
      />
      <Select
        name="quality"
        label={t('pricing:calculator.field.quality')}
        defaultValue={typed.quality}
        options={words('quality', word)}
      />
    </>
  );
}

function CountryField({ country }: { country: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const countries = (CHOICES.bricks.country ?? []).map((value) => ({ value, label: format.country(value) }));
  return (
    <Select
      name="country"
      label={t('pricing:calculator.field.country')}
      defaultValue={country}
      options={countries.sort((a, b) => a.label.localeCompare(b.label, format.locale))}
    />
  );
}
