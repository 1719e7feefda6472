import type { ReactNode } from 'react';
import { Icon } from '#app/ui/display/icon';
import { errorTexts, fieldId, type FieldError } from '#app/ui/forms/field-id';

/** What every control with a label takes. */
export interface FieldProps {
  /** The form name. The id follows from it (see `fieldId`). */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: FieldError;
  required?: boolean;
  /** Word after the label of a field that may stay empty, such as "optional". */
  optional?: string;
}

export const CONTROL =
  'block w-full min-h-11 rounded-control border border-edge bg-card px-3 py-2 text-base text-ink placeholder:text-soft aria-invalid:border-2 aria-invalid:border-red disabled:bg-sand disabled:text-soft';

export function FieldLabel({ label, required, optional }: Pick<FieldProps, 'label' | 'required' | 'optional'>) {
  return (
    <>
      {label}
      {required ? (
        <span aria-hidden="true" className="text-red">
          {' '}
          *
        </span>
      ) : null}
      {optional ? <span className="font-normal text-soft"> ({optional})</span> : null}
    </>
  );
}

export function FieldHint({ id, hint }: { id: string; hint: ReactNode }) {
  return hint ? (
    <p id={`${id}-hint`} className="text-sm text-soft">
      {hint}
    </p>
  ) : null;
}

export function FieldErrors({ id, error }: { id: string; error: FieldError }) {
  const texts = errorTexts(error);
  if (texts.length === 0) return null;
  return (
    <div id={`${id}-error`} className="space-y-1 text-sm font-semibold text-red">
      {texts.map((text) => (
        <p key={text} className="flex items-start gap-1.5">
          <Icon name="warning" size={16} className="mt-0.5" />
          <span>{text}</span>
        </p>
      ))}
    </div>
  );
}

/** Label, hint and errors around one control that has the id `id`. */
export function Field({ id, children, ...field }: Omit<FieldProps, 'name'> & { id: string; children: ReactNode }) {
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-semibold">
        <FieldLabel label={field.label} required={field.required} optional={field.optional} />
      </label>
      <FieldHint id={id} hint={field.hint} />
      {children}
      <FieldErrors id={id} error={field.error} />
    </div>
  );
}

/** A legend, hint and errors around several controls. */
export function FieldGroup({ name, children, ...field }: FieldProps & { children: ReactNode }) {
  const id = fieldId(name);
  return (
    <fieldset className="min-w-0 space-y-1.5" id={id}>
      <legend className="mb-1.5 block font-semibold">
        <FieldLabel label={field.label} required={field.required} optional={field.optional} />
      </legend>
      <FieldHint id={id} hint={field.hint} />
      {children}
      <FieldErrors id={id} error={field.error} />
    </fieldset>
  );
}
