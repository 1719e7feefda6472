import { CONTROL, Field, type FieldProps } from '#app/ui/forms/field';
import { describedBy, errorTexts, fieldId } from '#app/ui/forms/field-id';

export interface TextInputProps extends FieldProps {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | 'date' | 'month';
  defaultValue?: string | null;
  inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'url' | 'search';
  autoComplete?: string;
  placeholder?: string;
  maxLength?: number;
  /** Lowest and highest day or month of a date field. */
  min?: string;
  max?: string;
  readOnly?: boolean;
  /** Code-like values (licence numbers, hashes): no correction by the keyboard. */
  code?: boolean;
}

export function TextInput({
  name,
  label,
  hint,
  error,
  required,
  optional,
  defaultValue,
  code,
  type = 'text',
  ...rest
}: TextInputProps) {
  const id = fieldId(name);
  return (
    <Field {...{ id, label, hint, error, required, optional }}>
      <input
        {...rest}
        id={id}
        name={name}
        type={type}
        className={CONTROL}
        required={required}
        defaultValue={defaultValue ?? undefined}
        aria-invalid={errorTexts(error).length > 0 ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...(code ? { autoCapitalize: 'off', autoCorrect: 'off', spellCheck: false } : {})}
      />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  defaultValue?: string | null;
  rows?: number;
  maxLength?: number;
}

export function TextArea({
  name,
  label,
  hint,
  error,
  required,
  optional,
  defaultValue,
  rows = 4,
  maxLength,
}: TextAreaProps) {
  const id = fieldId(name);
  return (
    <Field {...{ id, label, hint, error, required, optional }}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        className={CONTROL}
        required={required}
        defaultValue={defaultValue ?? undefined}
        aria-invalid={errorTexts(error).length > 0 ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  );
}
