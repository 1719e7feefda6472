type Translate = (key: string, params?: Record<string, string>) => string;

/**
 * Texts that came with the product and lie in the database as data (and, under a hash, in evidence): they are kept as they were written and
 * said in the reader's language here. What people typed is not among them and stays as typed.
 */
const SHIPPED: readonly (readonly [text: string, key: string])[] = [
  // Longer texts first: some begin like others.
  ['Demo figure, not a market quote', 'pricing:shipped.demoFigure'],
  ['Demo rate, not a market quote', 'pricing:shipped.demoRate'],
  ['Demo rate', 'pricing:shipped.demoShort'],
  ['Made up for the demo', 'pricing:shipped.madeUp'],
  ['Entered by the operator of this installation', 'pricing:shipped.byOperatorHere'],
  ['Entered by the operator', 'pricing:shipped.byOperator'],
  ['Operator’s own record', 'pricing:shipped.operatorRecord'],
  ['Own record, to be quoted with its source', 'pricing:shipped.ownRecord'],
  ['same currency', 'pricing:shipped.sameCurrency'],
];

const PIT_TRADERS = /^Pit traders, (.+?)(?:, recorded by staff of (.+))?$/u;

/** A source, licence or credit as a reader of this language reads it. A rate over two legs names two sources in one text. */
export function shippedText(t: Translate, text: string): string {
  const [, place, programme] = PIT_TRADERS.exec(text) ?? [];
  if (place) {
    const who = t('pricing:shipped.pitTraders', { place });
    return programme ? t('pricing:shipped.recordedBy', { who, programme }) : who;
  }
  return text
    .split('; ')
    .map((part) => {
      const known = SHIPPED.find(([own]) => part === own || part.startsWith(`${own} (`));
      return known ? t(known[1]) + part.slice(known[0].length) : part;
    })
    .join('; ');
}

/** Who approved a method: a person's name, or those who made the product. */
export function approverText(t: Translate, name: string): string {
  return name === 'Fairlode maintainers' ? t('pricing:shipped.maintainers') : name;
}

/** The same within a sentence: `by Amina Mushi`, `by the makers of Fairlode`. An article may melt with the word before it (por os → pelos). */
export function byApproverText(t: Translate, name: string): string {
  return name === 'Fairlode maintainers' ? t('pricing:shipped.byMaintainers') : t('pricing:shipped.by', { name });
}

const ENGLISH_TITLES = ['World Bank'];

/** The language of a source's name where it is a title that is not translated; undefined where it need not be marked. */
export function titleLanguage(text: string): 'en' | undefined {
  return ENGLISH_TITLES.some((title) => text.startsWith(title)) ? 'en' : undefined;
}
