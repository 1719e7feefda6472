import type { ReactNode } from 'react';
import { FieldErrors, FieldGroup, FieldHint, type FieldProps } from '#app/ui/forms/field';
import { describedBy, errorTexts, fieldId } from '#app/ui/forms/field-id';

const LINE = 'flex min-h-11 cursor-pointer items-start gap-3 py-2';
const MARK = 'mt-0.5 size-5 shrink-0 accent-oxide';

export interface CheckboxProps extends FieldProps {
  value?: string;
  defaultChecked?: boolean;
}

/** One box with its sentence. Sent as `value` ("on") only when ticked. */
export function Checkbox({ name, label, hint, error, required, value = 'on', defaultChecked }: CheckboxProps) {
  const id = fieldId(name);
  return (
    <div>
      <label className={LINE} htmlFor={id}>
        <input
          id={id}
          name={name}
          type="checkbox"
          value={value}
          required={required}
          defaultChecked={defaultChecked}
          className={MARK}
          aria-invalid={errorTexts(error).length > 0 ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
        />
        <span className="min-w-0">{label}</span>
      </label>
      <div className="space-y-1 pl-8">
        <FieldHint id={id} hint={hint} />
        <FieldErrors id={id} error={error} />
      </div>
    </div>
  );
}

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface ChoicesProps extends FieldProps {
  choices: Choice[];
}

function ChoiceLines({
  name,
  choices,
  type,
  chosen,
  required,
}: ChoicesProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  return (
    <div className="space-y-2">
      {choices.map((choice, index) => (
        <label
          key={choice.value}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded-control border border-line bg-card px-3 py-2.5 has-checked:border-oxide has-checked:bg-oxide-tint"
        >
          <input
            id={index === 0 ? `${fieldId(name)}-first` : undefined}
            type={type}
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
            disabled={choice.disabled}
            required={type === 'radio' ? required : undefined}
            className={MARK}
          />
          <span className="min-w-0">
            <span className="block">{choice.label}</span>
            {choice.hint ? <span className="block text-sm text-soft">{choice.hint}</span> : null}
          </span>
        </label>
      ))}
    </div>
  );
}

export function RadioGroup({ defaultValue, ...props }: ChoicesProps & { defaultValue?: string | null }) {
  return (
    <FieldGroup {...props}>
      <ChoiceLines {...props} type="radio" chosen={defaultValue ? [defaultValue] : []} />
    </FieldGroup>
  );
}

export function CheckboxGroup({ defaultValues = [], ...props }: ChoicesProps & { defaultValues?: readonly string[] }) {
  return (
    <FieldGroup {...props}>
      <ChoiceLines {...props} type="checkbox" chosen={defaultValues} />
    </FieldGroup>
  );
}
