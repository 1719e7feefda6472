import { classNames } from '#app/ui/class-names';
import { Icon } from '#app/ui/display/icon';
import { CONTROL, Field, type FieldProps } from '#app/ui/forms/field';
import { describedBy, errorTexts, fieldId } from '#app/ui/forms/field-id';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface OptionGroup {
  label: string;
  options: Option[];
}

export interface SelectProps extends FieldProps {
  options: (Option | OptionGroup)[];
  defaultValue?: string | null;
  /** First line with an empty value, such as "Choose". */
  placeholder?: string;
}

function Line({ value, label, disabled }: Option) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  );
}

export function Select({
  name,
  label,
  hint,
  error,
  required,
  optional,
  options,
  defaultValue,
  placeholder,
}: SelectProps) {
  const id = fieldId(name);
  return (
    <Field {...{ id, label, hint, error, required, optional }}>
      <span className="relative block">
        <select
          id={id}
          name={name}
          className={classNames(CONTROL, 'appearance-none pr-10')}
          required={required}
          defaultValue={defaultValue ?? (placeholder === undefined ? undefined : '')}
          aria-invalid={errorTexts(error).length > 0 ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        >
          {placeholder === undefined ? null : <option value="">{placeholder}</option>}
          {options.map((entry) =>
            'options' in entry ? (
              <optgroup key={entry.label} label={entry.label}>
                {entry.options.map((option) => (
                  <Line key={option.value} {...option} />
                ))}
              </optgroup>
            ) : (
              <Line key={entry.value} {...entry} />
            ),
          )}
        </select>
        <Icon name="down" className="pointer-events-none absolute top-3 right-3 text-soft" />
      </span>
    </Field>
  );
}
