import parsePhoneNumber from 'libphonenumber-js';

/**
 * A phone as people write it, kept in E.164: blanks, dots, dashes and brackets are dropped, `00` becomes `+`. Null where no phone of its
 * country can have as many digits. New ranges open all the time, so a number is not refused for its first digits.
 */
export function readPhoneNumber(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s().\-\u2010-\u2015]/g, '')
    .replace(/^00/, '+');
  // The library would read digits out of a sentence, letters as keys, and an extension.
  if (!/^\+\d+$/.test(plain)) return null;
  const read = parsePhoneNumber(plain);
  return read?.isPossible() ? read.number : null;
}
