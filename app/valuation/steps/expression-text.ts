import { unitSign } from '#app/prices/vocabulary/unit-text';
import { figureText, moneyFigure, type FigureStyle } from './figure-text';

type Translate = (key: string, params?: Record<string, string | number>) => string;
/** `currency`: of a sum whose every part is money in it. */
export type StepWords = FigureStyle & { t: Translate; currency?: string };

/** A conversion that changes nothing: what is weighed in grams already. */
const NO_CONVERSION = / [×÷] 1 g\/g/g;
const TOKEN = /per lot|\/?[A-Za-z]+\d*|(\d+(?:\.\d+)?)/g;

/**
 * One line's sum as a reader writes it: own decimal marks and thousands, shortened figures marked with `≈`, words for what is not arithmetic. The API keeps
 * the plain notation; it is read back here, so that there is one sum and no second one that could differ.
 */
export function expressionText(expression: string, words: StepWords): string {
  const { t } = words;
  const plain = expression.replace(NO_CONVERSION, '');
  const lesser = argumentsOf('max(0, min(', plain, '))');
  if (lesser) {
    const [a = '', b = ''] = lesser.map((one) => expressionText(one, words));
    return t('pricing:bands.working.lesser', { a, b });
  }
  const [free] = / ≤ (.+)$/.exec(plain) ?? [];
  if (free) {
    const [grade = '', limit = ''] = plain.split(' ≤ ').map((one) => tokens(one, words));
    return t('pricing:bands.working.withinFree', { grade, free: limit });
  }
  const limited = plain.replace(/max\(0, ([^()]*)\)/g, '($1)');
  const sum = tokens(limited === plain ? plain : limited.replace(/^\(([^()]*)\)$/, '$1'), words);
  return limited === plain ? sum : t('pricing:bands.working.notBelowZero', { sum });
}

/** The two arguments of `max(0, min(a, b))`; commas inside brackets belong to the argument. Null where it is another expression. */
function argumentsOf(head: string, text: string, tail: string): [string, string] | null {
  if (!text.startsWith(head) || !text.endsWith(tail)) return null;
  const inner = text.slice(head.length, -tail.length);
  let depth = 0;
  for (const [index, letter] of [...inner].entries()) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) return [inner.slice(0, index), inner.slice(index + 2)];
  }
  return null;
}

function tokens(text: string, words: StepWords): string {
  const { t } = words;
  const translated = text.replace(TOKEN, (token: string, figure: string | undefined) => {
    if (figure !== undefined)
      return words.currency ? moneyFigure(figure, words.currency, words) : figureText(figure, words);
    if (token === 'per lot') return t('pricing:bands.working.perLot');
    if (token === '/piece') return `/${t('pricing:unit.piece')}`;
    return token.startsWith('/') ? `/${unitSign(t, token.slice(1))}` : unitSign(t, token);
  });
  // A figure and its unit stay on one line.
  return translated.replace(/(\d) (?=\p{L})/gu, '$1\u00a0');
}
