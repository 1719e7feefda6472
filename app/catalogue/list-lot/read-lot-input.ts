import { isOffered } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { parseAmount, type Money } from '#app/money/money';
import { isAboveWhole, isMassUnit, toGrams, type QuantityUnit } from '#app/money/units';
import { finenessPermil, FULL_FINENESS } from '#app/money/fineness';
import type { Grade } from '../products/contained-mass';
import { findProduct, type ProductForm, type PurityUnit } from '../products/products';
import { isCertificate, isIncoterm } from '../products/terms';
import type { FieldIssue, LotDefaults, LotInput, CheckedLot } from '../vocabulary/lot-input';
import { averageStone } from './stone-size';
import { orAmbiguous, readTypedDecimal, type DecimalProblem } from '#app/money/typed-decimal';
import { singleLineBreaks } from '#app/platform/text/read-note';

/** A hundred thousand tonnes, or ten million pieces: above that a zero has slipped in. */
const MAX_GRAMS = '100000000000';
const MAX_COUNT = '10000000';
const MAX_ASK = '100000000000';

const PROBLEM: Record<DecimalProblem, string> = {
  missing: 'catalogue:issue.missing',
  'not-a-number': 'catalogue:issue.notANumber',
  ambiguous: 'catalogue:issue.notANumber',
  'not-positive': 'catalogue:issue.notPositive',
  'too-many-decimals': 'catalogue:issue.tooManyDecimals',
  'too-large': 'catalogue:issue.tooLarge',
};

type Reading = { issues: FieldIssue[]; locale: string | undefined };

function complain(reading: Reading, path: FieldIssue['path'], messageKey: string, params?: FieldIssue['params']): null {
  reading.issues.push(params ? { path, messageKey, params } : { path, messageKey });
  return null;
}

/** Reads all fields at once, so that a person sees everything that is wrong, not the first of it. */
export function readLotInput(input: LotInput, defaults: LotDefaults): { terms: CheckedLot } | { issues: FieldIssue[] } {
  const reading: Reading = { issues: [], locale: input.locale };
  const product = findProduct(input.product);
  if (!product) complain(reading, 'product', 'catalogue:issue.chooseProduct');
  const unit = product ? readUnit(reading, product, input.unit) : null;
  const quantity = readQuantity(reading, input.quantity, unit);
  const grades = product ? readGrades(reading, product, input) : [];
  const facts = product ? readFacts(reading, product, input, quantity) : {};
  const ask = readAsk(reading, input);
  if (!isIncoterm(input.incoterm)) complain(reading, 'incoterm', 'catalogue:issue.chooseIncoterm');
  const incotermPlace = readText(reading, 'place', input.place, 80);
  const originDistrict = readText(reading, 'district', input.district ?? defaults.district ?? input.place, 80);
  const description = input.description?.trim() ? readText(reading, 'description', input.description, 1000) : null;
  const leadTimeDays = readLeadTime(reading, input.leadTimeDays, product);
  if (input.certificates?.some((key) => !isCertificate(key)))
    complain(reading, 'certificates', 'catalogue:issue.chooseCertificate');

  if (reading.issues.length > 0 || !product || !unit || !quantity || !ask) return { issues: reading.issues };
  return {
    terms: {
      product,
      quantity,
      unit,
      grades,
      facts,
      askMinor: ask.minor,
      currency: ask.currency,
      incoterm: input.incoterm,
      incotermPlace,
      description,
      originDistrict,
      leadTimeDays,
      divisible: input.divisible ?? product.divisible,
      // Said of this lot by its cooperative, or not said: never concluded from who leads the cooperative.
      womenLed: input.womenLed ?? false,
      certificates: [...new Set(input.certificates ?? [])].sort(),
    },
  };
}

function readDecimal(
  reading: Reading,
  path: FieldIssue['path'],
  typed: string,
  { maxDecimals = 6, max, zero = false }: { maxDecimals?: number; max: string; zero?: boolean },
): string | null {
  const read = readTypedDecimal(typed, { maxDecimals, max, zero, locale: reading.locale });
  if ('value' in read) return read.value;
  reading.issues.push(
    orAmbiguous({ path, messageKey: PROBLEM[read.problem], params: { decimals: maxDecimals, max } }, read),
  );
  return null;
}

function readUnit(reading: Reading, product: ProductForm, typed: string): QuantityUnit | null {
  return product.units.find((unit) => unit === typed) ?? complain(reading, 'unit', 'catalogue:issue.chooseUnit');
}

function readQuantity(reading: Reading, typed: string, unit: QuantityUnit | null): string | null {
  const value = readDecimal(reading, 'quantity', typed, { maxDecimals: unit === 'piece' ? 0 : 6, max: MAX_GRAMS });
  if (value === null || unit === null) return null;
  const max = isMassUnit(unit) ? new Decimal(MAX_GRAMS).div(toGrams('1', unit)).floor() : new Decimal(MAX_COUNT);
  if (max.lt(value)) return complain(reading, 'quantity', PROBLEM['too-large'], { max: max.toFixed() });
  return value;
}

function readGrades(reading: Reading, product: ProductForm, input: LotInput): CheckedLot['grades'] {
  if (!product.grade) return [];
  const unit: PurityUnit | undefined = product.grade.units.find((known) => known === input.gradeUnit);
  if (!unit) complain(reading, 'gradeUnit', 'catalogue:issue.chooseUnit');
  const value = readDecimal(reading, 'grade', input.grade ?? '', { max: '1000000' });
  const assays = readAssays(reading, product, input);
  if (!unit || value === null) return [];
  const main = readMainGrade(reading, { value, unit });
  return main ? [{ element: product.grade.element, ...main }, ...assays] : [];
}

/**
 * As it is kept: karat becomes permil, so that a lot is found, compared and valued by one unit, however it
 * was said.
 */
function readMainGrade(
  reading: Reading,
  { value, unit }: { value: string; unit: PurityUnit },
): Omit<Grade, 'element'> | null {
  if (unit === 'karat')
    return new Decimal(value).gt(FULL_FINENESS.karat)
      ? complain(reading, 'grade', 'catalogue:issue.aboveFullKarat')
      : { value: finenessPermil(value, unit), unit: 'permil' };
  return isAboveWhole(value, unit) ? complain(reading, 'grade', 'catalogue:issue.gradeAboveWhole') : { value, unit };
}

/** What else the laboratory found. What was left empty was not assayed, which is not the same as nothing. */
function readAssays(reading: Reading, product: ProductForm, input: LotInput): CheckedLot['grades'] {
  return product.assays.flatMap(({ element, unit }) => {
    const typed = input.assays?.[element]?.trim();
    if (!typed) return [];
    const value = readDecimal(reading, `assays.${element}`, typed, { max: '1000000', zero: true });
    if (value === null) return [];
    if (!isAboveWhole(value, unit)) return [{ element, value, unit }];
    complain(reading, `assays.${element}`, 'catalogue:issue.gradeAboveWhole');
    return [];
  });
}

function readFacts(
  reading: Reading,
  product: ProductForm,
  input: LotInput,
  quantity: string | null,
): Record<string, string> {
  const facts: Record<string, string> = {};
  if (product.qualities.length > 0) {
    const quality = product.qualities.find((known) => known === input.quality);
    if (quality) facts['quality'] = quality;
    else complain(reading, 'quality', 'catalogue:issue.chooseQuality');
  }
  for (const field of product.facts) {
    const typed = input.facts?.[field.key]?.trim();
    if (!typed) continue;
    if (field.key === 'stoneCt') Object.assign(facts, readStones(reading, { typed, input, quantity, max: field.max }));
    else {
      const value = readDecimal(reading, `facts.${field.key}`, typed, { max: field.max, zero: true });
      if (value !== null) facts[field.key] = value;
    }
  }
  return facts;
}

/** The average stone, weighed or made from a count of all stones. A count is kept beside it. */
function readStones(
  reading: Reading,
  { typed, input, quantity, max }: { typed: string; input: LotInput; quantity: string | null; max: string },
): Record<string, string> {
  const by = input.stoneBy === 'stones' ? 'stones' : 'ct';
  const limits = by === 'stones' ? { maxDecimals: 0, max: MAX_COUNT } : { max };
  const value = readDecimal(reading, 'facts.stoneCt', typed, limits);
  if (value === null || quantity === null) return {};
  const stoneCt = averageStone({ value, by }, { quantity, unit: input.unit });
  if (stoneCt === null) {
    complain(reading, 'facts.stoneCt', 'catalogue:issue.stoneSize');
    return {};
  }
  return by === 'stones' ? { stoneCt, stones: value } : { stoneCt };
}

/** An ask alone, in the words of the form. */
export function readAskAlone(input: Pick<LotInput, 'ask' | 'currency' | 'locale'>): { money: Money } | FieldIssue {
  const reading: Reading = { issues: [], locale: input.locale };
  const money = readAsk(reading, input);
  return money ? { money } : (reading.issues[0] ?? { path: 'ask', messageKey: PROBLEM['not-a-number'] });
}

function readAsk(reading: Reading, { ask, currency }: Pick<LotInput, 'ask' | 'currency'>): Money | null {
  if (!isOffered(currency)) return complain(reading, 'currency', 'catalogue:issue.chooseCurrency');
  const value = readDecimal(reading, 'ask', ask, { max: MAX_ASK });
  if (value === null) return null;
  return parseAmount(value, currency) ?? complain(reading, 'ask', 'catalogue:issue.askDecimals', { currency });
}

// Control and direction marks would let one name look like another.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;

function readText(
  reading: Reading,
  path: 'place' | 'district' | 'description',
  typed: string,
  maxLength: number,
): string {
  const text = path === 'description' ? singleLineBreaks(typed.trim()) : typed.trim().replace(/\s+/g, ' ');
  if (text.length < 2) complain(reading, path, 'catalogue:issue.missing');
  else if (text.length > maxLength) complain(reading, path, 'catalogue:issue.textTooLong', { max: maxLength });
  else if (UNSEEN.test(text.replaceAll('\n', ' '))) complain(reading, path, 'catalogue:issue.unseenMarks');
  return text;
}

function readLeadTime(reading: Reading, typed: string | undefined, product: ProductForm | null): number {
  const text = typed?.trim();
  if (!text) return product?.leadTimeDays ?? 0;
  if (/^\d{1,3}$/.test(text) && parseInt(text, 10) <= 365) return parseInt(text, 10);
  complain(reading, 'leadTimeDays', 'catalogue:issue.leadTime');
  return 0;
}
