import { classNames } from '#app/ui/class-names';
import { CONTROL, Field, type FieldProps } from '#app/ui/forms/field';
import { describedBy, errorTexts, fieldId } from '#app/ui/forms/field-id';
import type { Option } from '#app/ui/forms/select';

interface UnitChoice {
  /** Form name of the unit. Without it the unit is only shown. */
  unitName?: string;
  /** Name of the unit's control for screen readers, such as "Unit" or "Currency". */
  unitLabel?: string;
  units: Option[];
  defaultUnit?: string;
}

interface NumberWithUnitProps extends FieldProps, UnitChoice {
  defaultValue?: string | null;
  placeholder?: string;
}

/**
 * A decimal typed as text (a comma or a point, as the reader writes it) beside its unit. Parsing is the
 * server's.
 */
function NumberWithUnit(props: NumberWithUnitProps) {
  const { name, label, hint, error, required, optional, defaultValue, placeholder } = props;
  const id = fieldId(name);
  return (
    <Field {...{ id, label, hint, error, required, optional }}>
      <div className="flex">
        <input
          id={id}
          name={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          required={required}
          defaultValue={defaultValue ?? undefined}
          placeholder={placeholder}
          className={classNames(CONTROL, 'relative min-w-0 flex-1 rounded-r-none text-right focus:z-10')}
          aria-invalid={errorTexts(error).length > 0 ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        <Unit {...props} />
      </div>
    </Field>
  );
}

function Unit({ unitName, unitLabel, units, defaultUnit }: UnitChoice) {
  const box = 'flex min-h-11 items-center rounded-r-control border border-l-0 border-edge bg-sand px-3 font-semibold';
  const only = units.length === 1 ? units[0] : undefined;
  if (only || !unitName) {
    const shown = only ?? units.find((unit) => unit.value === defaultUnit) ?? units[0];
    return (
      <span className={box}>
        {shown?.label}
        {unitName && shown ? <input type="hidden" name={unitName} value={shown.value} /> : null}
      </span>
    );
  }
  return (
    <select
      name={unitName}
      aria-label={unitLabel}
      defaultValue={defaultUnit}
      className={classNames(box, 'max-w-[58%] focus:z-10')}
    >
      {units.map((unit) => (
        <option key={unit.value} value={unit.value}>
          {unit.label}
        </option>
      ))}
    </select>
  );
}

export interface MoneyInputProps extends FieldProps {
  defaultValue?: string | null;
  placeholder?: string;
  /** Currency codes. One is shown as fixed, several as a choice sent as `currencyName`. */
  currencies: readonly string[];
  currencyName?: string;
  currencyLabel?: string;
  defaultCurrency?: string;
}

export function MoneyInput({ currencies, currencyName, currencyLabel, defaultCurrency, ...field }: MoneyInputProps) {
  return (
    <NumberWithUnit
      {...field}
      units={currencies.map((code) => ({ value: code, label: code }))}
      unitName={currencyName}
      unitLabel={currencyLabel}
      defaultUnit={defaultCurrency}
    />
  );
}

export type QuantityInputProps = NumberWithUnitProps;

export function QuantityInput(props: QuantityInputProps) {
  return <NumberWithUnit {...props} />;
}
