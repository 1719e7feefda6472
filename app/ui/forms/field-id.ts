/**
 * The id of a control from its form name: `grades[0].value` becomes `grades-0-value`, a safe target for
 * links.
 */
export function fieldId(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '');
}

export type FieldError = string | readonly string[] | null | undefined;

export function errorTexts(error: FieldError): readonly string[] {
  if (!error) return [];
  return typeof error === 'string' ? [error] : error;
}

/** The ids that describe a control, for `aria-describedby`. */
export function describedBy(id: string, hint: unknown, error: FieldError): string | undefined {
  const ids = [hint ? `${id}-hint` : '', errorTexts(error).length > 0 ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
