import { Field, type FieldProps } from '#app/ui/forms/field';
import { describedBy, errorTexts, fieldId } from '#app/ui/forms/field-id';

export interface FileInputProps extends FieldProps {
  /** Types and endings, such as "application/pdf,image/*". The server looks at the content, not at this. */
  accept?: string;
  multiple?: boolean;
}

/** The form around it needs `encType="multipart/form-data"`. */
export function FileInput({ name, label, hint, error, required, optional, accept, multiple }: FileInputProps) {
  const id = fieldId(name);
  return (
    <Field {...{ id, label, hint, error, required, optional }}>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        required={required}
        className="block w-full rounded-control border border-dashed border-edge bg-card p-2 text-sm text-soft file:mr-3 file:min-h-10 file:cursor-pointer file:rounded-control file:border-0 file:bg-oxide-tint file:px-4 file:font-semibold file:text-oxide aria-invalid:border-red"
        aria-invalid={errorTexts(error).length > 0 ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  );
}
