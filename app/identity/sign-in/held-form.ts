import { safeNext } from './safe-next';

/** A form that came without a session: where it goes, and what was typed. It travels with the sign-in and is sent again by its owner. */
export type HeldForm = { action: string; fields: [name: string, value: string][]; hadFiles: boolean };

/** Apart from the sign-in's own fields: a form that invites somebody has an `email` too. */
const PREFIX = 'held:';
const HELD_ACTION = 'heldAction';
const HELD_FILES = 'heldFiles';

// Far more than anybody types into a form; what is longer is no form of ours.
const MOST_FIELDS = 500;
const MOST_CHARACTERS = 50_000;

type Posted = { entries: [name: string, value: string][]; hasFiles: boolean };

/** The form that the guard sent on, whole; null where it holds nothing, or too much. */
export function holdForm(posted: Posted, action: string | null): HeldForm | null {
  return bounded(posted.entries, { action, hadFiles: posted.hasFiles });
}

/** The form that the sign-in page carried along. */
export function carriedForm({ entries }: Posted): HeldForm | null {
  const own = new Map(entries);
  const fields = entries.flatMap(([name, value]): [string, string][] =>
    name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), value]] : [],
  );
  return bounded(fields, { action: safeNext(own.get(HELD_ACTION)), hadFiles: own.has(HELD_FILES) });
}

/** Hidden fields of a sign-in form. */
export function carriedFields({ action, fields, hadFiles }: HeldForm): [name: string, value: string][] {
  return [
    [HELD_ACTION, action],
    ...(hadFiles ? [[HELD_FILES, 'yes'] as [string, string]] : []),
    ...fields.map(([name, value]): [string, string] => [`${PREFIX}${name}`, value]),
  ];
}

function bounded(
  fields: HeldForm['fields'],
  { action, hadFiles }: { action: string | null; hadFiles: boolean },
): HeldForm | null {
  const characters = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (action === null || fields.length === 0 || fields.length > MOST_FIELDS || characters > MOST_CHARACTERS)
    return null;
  return { action, fields, hadFiles };
}
