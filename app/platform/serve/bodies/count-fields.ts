const AMPERSAND = 0x26;

/** How many fields a form could have, by the marks between them: told from its bytes, before anything takes them apart. */
export function countUrlencodedFields(bytes: Uint8Array): number {
  let count = bytes.length > 0 ? 1 : 0;
  for (let at = bytes.indexOf(AMPERSAND); at !== -1; at = bytes.indexOf(AMPERSAND, at + 1)) count += 1;
  return count;
}

/** How many parts of a multipart form begin in these bytes. */
export function countParts(bytes: Buffer, boundary: string): number {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let count = 0;
  for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + mark.length)) count += 1;
  return count;
}

/** RFC 2046: 1 to 70 of these letters. */
const BOUNDARY = /;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+,./:=?-]{1,70}))\s*(?:;|$)/i;

/** The mark between the parts of a multipart form, as its Content-Type names it; null where it names none. */
export function boundaryOf(contentType: string): string | null {
  const found = BOUNDARY.exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}
