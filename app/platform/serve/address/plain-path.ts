/** Letters, digits and marks that nobody has to encode: whoever does wants a path to read differently to two readers. */
const NEEDLESSLY_ENCODED = /%(?:2d|2e|2f|5c|5f|7e|3[0-9]|4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])/i;

/** No address of ours holds one, and PostgreSQL keeps no zero byte. */
const CONTROLS = /\p{Cc}/u;

/**
 * Whether a path reads the same to the guards, which compare it as it was sent, and to the pages, which decode and normalise it. Browsers and honest programs
 * send no other.
 */
export function isPlainPath(path: string): boolean {
  if (NEEDLESSLY_ENCODED.test(path) || path.includes('\\') || path.includes('//')) return false;
  if (path.split('/').some((part) => part === '.' || part === '..')) return false;
  try {
    return !CONTROLS.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}
