/**
 * The default alphabet of GSM 03.38: what a text message may hold to cost one message per 160 characters on any phone. Anything else turns the whole message
 * into 70 characters. `EXTENDED` characters count twice.
 */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENDED = '^{}\\[~]|€';

const SINGLE = 160;
/** A part of a longer message carries a header. */
const PART = 153;

const INSTEAD: Record<string, string> = {
  ...{
    '’': "'",
    '‘': "'",
    '“': '"',
    '”': '"',
    '–': '-',
    '—': '-',
    '−': '-',
    '…': '...',
    '·': '-',
    '×': 'x',
    '‰': '/1000',
  },
  ...{ '\u00a0': ' ', '\u202f': ' ', '\u2009': ' ', œ: 'oe', Œ: 'OE', '≥': '>=', '≤': '<=' },
};

/** The same text in the alphabet: accents and small print that it lacks are dropped (`ã` → `a`, `₂` → `2`), other signs written out, the rest becomes `?`. */
export function toGsm7(text: string): string {
  return [...text.normalize('NFC')].map(inAlphabet).join('');
}

function inAlphabet(character: string): string {
  if (BASIC.includes(character) || EXTENDED.includes(character)) return character;
  const instead = INSTEAD[character];
  if (instead !== undefined) return instead;
  const [bare = ''] = character.normalize('NFKD');
  return bare !== character && BASIC.includes(bare) ? bare : '?';
}

/** Length as a gateway counts it, and the messages that it will be billed as. Only for text in the alphabet. */
export function smsLength(text: string): { characters: number; messages: number } {
  const characters = [...text].reduce((sum, character) => sum + (EXTENDED.includes(character) ? 2 : 1), 0);
  return { characters, messages: characters <= SINGLE ? 1 : Math.ceil(characters / PART) };
}
