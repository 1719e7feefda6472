import { parseFormData } from '@mjackson/form-data-parser';
import { singleLineBreaks } from '../text/read-note';
import { requestKey } from './request-key.server';
import { keepSentForm } from './sent-form.server';

export type UploadedFile = { name: string; bytes: Uint8Array };

/** The fields of a form as text, and its files. A file field left empty is absent. */
export type Form = {
  /** Trimmed text, '' where absent. */
  text(name: string): string;
  all(name: string): string[];
  file(name: string): UploadedFile | null;
  /** Every text field in its order, as often as it was sent. Passwords are left out. */
  entries: [name: string, value: string][];
  /** The same by name, to show again what was typed. */
  values: Record<string, string>;
  /** The form's request id with a digest of all that was sent under it, files by their hash: what a write is made once by. */
  requestKey(): string;
  /** Whether a file came along. */
  hasFiles: boolean;
  /** True where a file passed the size limit; it is not among the files then. */
  fileTooLarge: boolean;
};

const PASSWORD = /password/i;

/** Reads a posted form, urlencoded or multipart, with a limit per file and over all. */
export async function readForm(request: Request, { maxFileBytes = 8 * 1024 * 1024 } = {}): Promise<Form> {
  const files = new Map<string, UploadedFile>();
  let fileTooLarge = false;
  let data: FormData;
  try {
    // The web server has bounded the whole body: it is read to its end, since a browser that is cut off while it sends shows no answer.
    data = await parseFormData(request, { maxFileSize: Number.MAX_SAFE_INTEGER, maxFiles: 6 }, async (upload) => {
      const bytes = new Uint8Array(await upload.arrayBuffer());
      if (bytes.length > maxFileBytes) fileTooLarge = true;
      else if (upload.fieldName && upload.name && bytes.length > 0)
        files.set(upload.fieldName, { name: upload.name, bytes });
      return null;
    });
  } catch {
    throw new Response('The form could not be read', { status: 400 });
  }
  const form = formOf(data, files);
  // Files and passwords are not written into a page: such a form is filled in again.
  const isWhole = files.size === 0 && !fileTooLarge && ![...data.keys()].some((name) => PASSWORD.test(name));
  if (isWhole) keepSentForm({ fields: form.entries });
  return { ...form, fileTooLarge };
}

function formOf(data: FormData, files: Map<string, UploadedFile>): Form {
  const texts = (name: string) =>
    data.getAll(name).flatMap((value) => (typeof value === 'string' ? [printable(value)] : []));
  const entries = [...data.entries()].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' && !PASSWORD.test(name) ? [[name, printable(value)]] : [],
  );
  return {
    text: (name) => (texts(name)[0] ?? '').trim(),
    all: (name) => texts(name).map((value) => value.trim()),
    file: (name) => files.get(name) ?? null,
    entries,
    values: Object.fromEntries(entries),
    requestKey: () => requestKey({ fields: entries, files }),
    hasFiles: files.size > 0,
    fileTooLarge: false,
  };
}

/**
 * No keyboard types a zero byte, and PostgreSQL keeps none in a text. Marked, not dropped: `1` and `0` around one are not ten. A line
 * break is one letter, as the browser counted it, though it is sent as two.
 */
function printable(text: string): string {
  return singleLineBreaks(text.replaceAll('\u0000', '\ufffd'));
}
