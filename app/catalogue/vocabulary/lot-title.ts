import type { Formats } from '#app/platform/i18n/format';
import type { Grade } from '../products/contained-mass';
import { productKey } from '../products/products';
import { PRODUCT_LABEL } from './labels';

export type Translate = (key: string, params?: Record<string, string | number>) => string;
export type Words = { t: Translate; format: Pick<Formats, 'number'> };

type Named = { mineral: string; form: string; quantity: string; unit: string; grades: readonly Grade[] };

const GRADE_SIGN: Record<string, string> = { '%': '%', permil: '‰' };
/** 999.999 stays what it is, and 22 karat is 916.667 fine. All six decimals stand among the facts. */
const TITLE_DECIMALS = 3;
const SURFACES: Record<string, string> = { m2: 'm²', m3: 'm³' };

/** `1,000 g`, `5,000 pieces`, `120 m²` in the reader's language. */
export function quantityText(quantity: string, unit: string, { t, format }: Words): string {
  const figure = format.number(quantity);
  // The plural follows the number. Beyond one it never changes in our languages.
  if (unit === 'piece') return `${figure} ${t('catalogue:unit.piece', { count: quantity === '1' ? 1 : 2 })}`;
  return `${figure} ${SURFACES[unit] ?? unit}`;
}

/** `WO3` → `WO₃`, as chemists write it. */
export function elementSign(element: string): string {
  return element.replace(/\d/g, (digit) => String.fromCodePoint(0x2080 + parseInt(digit, 10)));
}

/** `900‰`, `60%`. */
export function gradeText(grade: Grade, { format }: Words): string {
  return `${format.number(grade.value)}${GRADE_SIGN[grade.unit] ?? ` ${grade.unit}`}`;
}

/** `Gold doré`: mineral and form in the reader's language. Null for a product that we do not know. */
export function productName(product: { mineral: string; form: string }, { t }: Pick<Words, 't'>): string | null {
  const key = PRODUCT_LABEL[productKey(product)];
  return key ? t(key) : null;
}

/**
 * `Gold doré, 1,000 g, 900 fine`: what a lot is, made from its facts, so that every reader has it in the own
 * language.
 */
export function lotTitle(lot: Named, words: Words): string {
  const name = words.t(PRODUCT_LABEL[productKey(lot)] ?? 'catalogue:title.plain');
  const quantity = quantityText(lot.quantity, lot.unit, words);
  const grade = lot.grades[0];
  if (!grade) return words.t('catalogue:title.plain', { name, quantity });
  if (grade.unit === 'permil')
    return words.t('catalogue:title.fine', {
      name,
      quantity,
      grade: words.format.number(grade.value, { maxDecimals: TITLE_DECIMALS }),
    });
  return words.t('catalogue:title.graded', {
    name,
    quantity,
    grade: gradeText(grade, words),
    element: elementSign(grade.element),
  });
}
