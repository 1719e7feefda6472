import { memoize } from '#app/platform/memoize';
import { normalisePassword } from './password.server';

type Guesser = (password: string, words: string[]) => { score: number };

/** Of 0 to 4; 2: more than a million guesses are needed. */
const MIN_SCORE = 2;
/** Letters and digits that a password has besides the words of its person. */
const MIN_OWN_LETTERS = 5;

/** Loaded when first asked: its lists of 49,000 passwords from breaches take 2 MB, and most requests need none of them. */
const loadGuesser = memoize(async (): Promise<Guesser> => {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
  const { zxcvbn, zxcvbnOptions } = core;
  zxcvbnOptions.setOptions({ dictionary: common.dictionary, graphs: common.adjacencyGraphs, maxLength: 72 });
  return zxcvbn;
});

/** Whether a password is among what anybody would try first: known from breaches, a pattern of keys or repeats, or the person's own name or address. */
export async function isEasilyGuessed(password: string, words: readonly string[]): Promise<boolean> {
  const guess = await loadGuesser();
  const own = [...words.flatMap((word) => word.split(/[@.\s]/)), 'fairlode'];
  const typed = normalisePassword(password);
  return isOwnWords(typed, own) || guess(typed, own).score < MIN_SCORE;
}

/** Hardly more than the person's own name or address: a digit behind it does not hide it. */
function isOwnWords(password: string, words: readonly string[]): boolean {
  const left = words
    .filter((word) => word.length >= 3)
    .reduce((rest, word) => rest.replaceAll(word.toLowerCase(), ''), password.toLowerCase());
  return left.replace(/[^\p{L}\p{N}]/gu, '').length < MIN_OWN_LETTERS;
}
