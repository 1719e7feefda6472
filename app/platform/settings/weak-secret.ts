const MIN_LENGTH = 32;
/** 32 random letters and digits have about 140; words and patterns of the same length far less. */
const MIN_BITS = 96;
/** What stands in examples, and where somebody meant to come back. Six letters or more: chance does not write them. */
const EXAMPLES =
  /change.?me|change.?this|replace|secret|passw|example|default|fairlode|insecure|develop|your.?key|letmein|dummy|placeholder/i;
/**
 * Keys that lie side by side, on the keyboards that people have: chance writes one such row, hardly two. And
 * words with something between them.
 */
const KEYS_IN_A_ROW = /(?:(?:qwert|asdf|zxcv|yxcv|azerty|qsdf|wxcv|1q2w|1a2z|qaz.?wsx).*){2}/i;
const WORDS = /^[A-Z]?[a-z]+(?:[ _.-]+[A-Z]?[a-z]+)+$/;

/** Why a secret could be guessed, as the end of a sentence; null where nothing speaks against it. */
export function weaknessOf(secret: string): string | null {
  if (secret.length < MIN_LENGTH) return `is shorter than ${MIN_LENGTH} characters`;
  if (EXAMPLES.test(secret)) return 'looks like an example';
  if (KEYS_IN_A_ROW.test(secret)) return 'follows the keys of a keyboard';
  if (WORDS.test(secret)) return 'is made of words';
  if (isRepeated(secret) || isCountedUp(secret)) return 'follows a pattern';
  if (bitsOf(secret) < MIN_BITS) return 'has too few different characters';
  return null;
}

/** Shannon's measure of its letters: how many bits it could hold at most. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / text.length);
  return bits;
}

/** A shorter text, again and again: it is then found in itself a little later. */
function isRepeated(text: string): boolean {
  return (
    (text + text.slice(0, text.length / 2)).indexOf(text.slice(0, Math.ceil(text.length / 2)), 1) < text.length / 2
  );
}

/** Letters that follow each other as in the alphabet or on a row of digits. */
function isCountedUp(text: string): boolean {
  let steps = 0;
  for (let at = 1; at < text.length; at += 1)
    if (Math.abs(text.charCodeAt(at) - text.charCodeAt(at - 1)) <= 1) steps += 1;
  return steps > text.length / 2;
}
