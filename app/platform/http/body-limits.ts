const KIB = 1024;
const MIB = 1024 * KIB;

/** What a form without files may hold: far more than the longest of our forms, and read in a millisecond. */
export const MAX_FORM_FIELDS = 1_000;
export const MAX_FORM_BYTES = 64 * KIB;
/** One typed field, where its reader says nothing else. */
export const MAX_FIELD_BYTES = 16 * KIB;
export const MAX_FILES = 6;
/** Of one part of a multipart form: its name, its file's name and its type. */
export const MAX_PART_HEADER_BYTES = 4 * KIB;

export const MAX_JSON_BYTES = 256 * KIB;
/** A valuation is five levels deep; what is deeper is not meant for us. */
export const MAX_JSON_DEPTH = 20;
export const MAX_WEBHOOK_BYTES = MIB;

/** A form with files as a whole: its files, and what is typed beside them. */
export function maxUploadFormBytes(maxUploadBytes: number): number {
  return maxUploadBytes * MAX_FILES + MIB;
}
