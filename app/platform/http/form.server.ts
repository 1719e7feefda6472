import {
  MaxFilesExceededError,
  MaxHeaderSizeExceededError,
  MaxPartsExceededError,
  parseFormData,
  type FileUpload,
} from '@remix-run/form-data-parser';
import { MAX_FIELD_BYTES, MAX_FILES, MAX_FORM_BYTES, MAX_FORM_FIELDS, MAX_PART_HEADER_BYTES } from './body-limits';
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
  /**
   * The form's request id with a digest of all that was sent under it, files by their hash: what a write is
   * made once by. Passwords count only with a secret to keep the digest under.
   */
  requestKey(secret?: string): string;
  /** Whether a file came along. */
  hasFiles: boolean;
  /** Whether a password came along. */
  hasPasswords: boolean;
  /** True where a file passed the size limit; it is not among the files then. */
  fileTooLarge: boolean;
};

const PASSWORD = /password/i;

type Limits = {
  maxFileBytes?: number;
  /** Of one typed field. */
  maxFieldBytes?: number;
};

/**
 * Reads a posted form, urlencoded or multipart. What no schema bounds is bounded here: each field, all fields, each file and their number. The web server has
 * bounded the whole body (serve/bodies); its files are read to their end, so that what was typed beside one that is too large is not lost.
 */
export async function readForm(
  request: Request,
  { maxFileBytes = 8 * 1024 * 1024, maxFieldBytes = MAX_FIELD_BYTES }: Limits = {},
): Promise<Form> {
  const files = new Map<string, UploadedFile>();
  let fileTooLarge = false;
  const limits = {
    maxFiles: MAX_FILES,
    maxFileSize: Number.MAX_SAFE_INTEGER,
    maxTotalSize: Number.MAX_SAFE_INTEGER,
    maxParts: MAX_FORM_FIELDS + MAX_FILES,
    maxHeaderSize: MAX_PART_HEADER_BYTES,
  };
  const take = async (upload: FileUpload): Promise<null> => {
    const bytes = new Uint8Array(await upload.arrayBuffer());
    if (bytes.length > maxFileBytes) fileTooLarge = true;
    else if (upload.fieldName && upload.name && bytes.length > 0)
      files.set(upload.fieldName, { name: upload.name, bytes });
    return null;
  };
  const data = await parseFormData(request, limits, take).catch((error: unknown) => {
    throw new Response('The form could not be read', { status: isOverLimit(error) ? 413 : 400 });
  });
  if (hasTooMuchText(data, maxFieldBytes)) throw new Response('The form is too long', { status: 413 });
  const form = formOf(data, files);
  // Files and passwords are not written into a page: such a form is filled in again.
  const isWhole = files.size === 0 && !fileTooLarge && !form.hasPasswords;
  if (isWhole) keepSentForm({ fields: form.entries });
  return { ...form, fileTooLarge };
}

function isOverLimit(error: unknown): boolean {
  return (
    error instanceof MaxFilesExceededError ||
    error instanceof MaxPartsExceededError ||
    error instanceof MaxHeaderSizeExceededError
  );
}

function hasTooMuchText(data: FormData, maxFieldBytes: number): boolean {
  let total = 0;
  for (const [name, value] of data) {
    const bytes = Buffer.byteLength(typeof value === 'string' ? value : '');
    if (bytes > maxFieldBytes) return true;
    total += bytes + Buffer.byteLength(name);
  }
  return total > MAX_FORM_BYTES;
}

function formOf(data: FormData, files: Map<string, UploadedFile>): Form {
  const texts = (name: string) =>
    data.getAll(name).flatMap((value) => (typeof value === 'string' ? [printable(value)] : []));
  const all = [...data.entries()].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, printable(value)]] : [],
  );
  const entries = all.filter(([name]) => !PASSWORD.test(name));
  return {
    text: (name) => (texts(name)[0] ?? '').trim(),
    all: (name) => texts(name).map((value) => value.trim()),
    file: (name) => files.get(name) ?? null,
    entries,
    values: Object.fromEntries(entries),
    requestKey: (secret) => requestKey({ fields: secret === undefined ? entries : all, files }, secret),
    hasFiles: files.size > 0,
    hasPasswords: entries.length < all.length,
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
