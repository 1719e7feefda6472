import { Icon } from '#app/ui/display/icon';
import { fieldId } from '#app/ui/forms/field-id';

export interface FormError {
  /** Form name of the field at fault. Without it the error is about the whole form. */
  name?: string;
  message: string;
}

// The summary takes the focus when the page comes back with errors, so that it is read first (a script-free
// focus move).
const TAKES_FOCUS = { tabIndex: -1, autoFocus: true };

/** Above the form: what went wrong, each line a link to its field. Shows nothing without errors. */
export function FormErrors({ title, errors }: { title: string; errors: FormError[] }) {
  if (errors.length === 0) return null;
  return (
    <div
      role="alert"
      id="form-errors"
      {...TAKES_FOCUS}
      className="mb-5 rounded-card border-2 border-red bg-red-tint p-4 focus-visible:outline-red"
    >
      <h2 className="flex items-center gap-2 font-semibold text-red">
        <Icon name="warning" />
        {title}
      </h2>
      <ul className="mt-2 list-disc space-y-1 pl-7">
        {errors.map((error) => (
          <li key={`${error.name ?? ''}:${error.message}`}>
            {error.name ? (
              <a href={`#${fieldId(error.name)}`} className="text-red">
                {error.message}
              </a>
            ) : (
              error.message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
