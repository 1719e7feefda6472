import { asCurrency, isCurrency, type Currency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { parseAmount, type Money } from '#app/money/money';
import type { LotFacts } from '../bands/band-for.server';
import { CHOICES, FIELDS, isProduct, type FieldName, type Product } from './calculator-products';
import { finenessPermil, FULL_FINENESS, isLocalMass, localGrams, type FinenessUnit } from './calculator-units';

export type CalculatorProblem = { path: FieldName; messageKey: string; params?: Record<string, string> };

export type Question = {
  facts: LotFacts;
  /** As typed, in the unit that was chosen. */
  amount: { value: string; unit: string };
  offer: Money | null;
  currency: Currency;
};

export type CalculatorForm = {
  product: Product;
  /** What was typed, or where an empty form starts. */
  typed: Record<FieldName, string>;
  problems: CalculatorProblem[];
  /** Null until there is something to work out. */
  question: Question | null;
};

const LONGEST = 40;

/** The address is the form: reads what was typed, keeps it, and says what is wrong with it. An address that asks nothing has no problems. */
export function readCalculator(params: URLSearchParams): CalculatorForm {
  const asked = params.get('product');
  const product = isProduct(asked) ? asked : 'gold';
  const typed = Object.fromEntries(
    FIELDS.map((name) => [name, typedIn(params, product, name)]),
  ) as CalculatorForm['typed'];
  if (!params.has('amount')) return { product, typed, problems: [], question: null };
  const reader = createReader(typed);
  if (asked && asked !== product) reader.problems.push(unknownChoice('amount', asked));
  for (const name of FIELDS) {
    const value = (params.get(name) ?? '').trim();
    if (value !== '' && isChoice(product, name) && value !== typed[name])
      reader.problems.push(unknownChoice(name, value));
  }
  const question = questionOf(product, reader);
  return { product, typed, problems: reader.problems, question: reader.problems.length > 0 ? null : question };
}

function typedIn(params: URLSearchParams, product: Product, name: FieldName): string {
  const text = (params.get(name) ?? '').trim().slice(0, LONGEST);
  if (name === 'currency') return isCurrency(text) ? text : 'USD';
  const choices = CHOICES[product][name];
  return choices && !choices.includes(text) ? choices[0] : text;
}

/** What is chosen from a list falls back to its first, and then says so: grams must not become tonnes unseen. */
function isChoice(product: Product, name: FieldName): boolean {
  return name === 'currency' || CHOICES[product][name] !== undefined;
}

function unknownChoice(path: FieldName, value: string): CalculatorProblem {
  const shown = value.slice(0, LONGEST).replace(/[^\p{L}\p{N} ._-]/gu, '?');
  return { path, messageKey: 'pricing:calculator.problem.choice', params: { value: shown } };
}

type Reader = {
  typed: CalculatorForm['typed'];
  problems: CalculatorProblem[];
  /** A decimal above zero, up to `max`; null where there is none, and then the problem is noted. */
  decimal(
    name: FieldName,
    options: { max: string; optional?: boolean; whole?: boolean; zero?: boolean },
  ): string | null;
  offer(currency: Currency): Money | null;
};

/** 10⁹ of anything is more than anybody brings to a calculator. */
const MOST = '1000000000';
const DECIMAL = /^\d{1,12}(?:\.\d{1,9})?$/;

function createReader(typed: CalculatorForm['typed']): Reader {
  const problems: CalculatorProblem[] = [];
  const refuse = (path: FieldName, messageKey: string, params?: Record<string, string>): null => {
    problems.push({ path, messageKey, ...(params ? { params } : {}) });
    return null;
  };
  return {
    typed,
    problems,
    decimal(name, { max, optional = false, whole = false, zero = false }) {
      const text = plainText(typed[name]);
      if (text === '') return optional ? null : refuse(name, 'pricing:calculator.problem.empty');
      if (isAmbiguous(typed[name])) return refuse(name, 'pricing:calculator.problem.ambiguous');
      if (!DECIMAL.test(text)) return refuse(name, 'pricing:calculator.problem.number');
      const value = new Decimal(text);
      if (value.isZero() && !zero) return refuse(name, 'pricing:calculator.problem.zero');
      if (value.gt(max)) return refuse(name, 'pricing:calculator.problem.tooLarge', { max });
      if (whole && !value.isInteger()) return refuse(name, 'pricing:calculator.problem.whole');
      return value.toFixed();
    },
    offer(currency) {
      const text = plainText(typed.offer);
      if (text === '') return null;
      if (isAmbiguous(typed.offer)) return refuse('offer', 'pricing:calculator.problem.ambiguous');
      const money = DECIMAL.test(text) ? parseAmount(text, currency) : null;
      if (!money) return refuse('offer', 'pricing:calculator.problem.offer', { currency });
      return money.minor > 0n ? money : refuse('offer', 'pricing:calculator.problem.zero');
    },
  };
}

/** `1,500` is one and a half to some readers and fifteen hundred to others: a thousandfold difference that is asked about, not guessed. */
function isAmbiguous(text: string): boolean {
  return /^[1-9]\d{0,2},\d{3}$/.test(text.trim());
}

/** Blanks between digits go; one comma is a decimal comma, since half of our readers write one. Two kinds of marks may mean either and are refused. */
function plainText(text: string): string {
  const close = text.replace(/[\s\u00a0\u202f']/gu, '');
  return close.includes('.') ? close : close.replace(',', '.');
}

function questionOf(product: Product, reader: Reader): Question | null {
  const { typed } = reader;
  const currency = asCurrency(typed.currency);
  const offer = reader.offer(currency);
  const value = reader.decimal('amount', { max: MOST, whole: product === 'bricks' });
  const part = partOf(product, value ?? '1', reader);
  if (value === null || !part) return null;
  return {
    facts: { facts: {}, grades: [], originCountry: '', ...part, currency },
    amount: { value, unit: typed.unit },
    offer,
    currency,
  };
}

type Part = Pick<LotFacts, 'mineral' | 'form' | 'quantity'> & Partial<LotFacts>;

function partOf(product: Product, value: string, reader: Reader): Part | null {
  const { typed } = reader;
  switch (product) {
    case 'gold':
    case 'silver':
      return preciousPart(product, value, reader);
    case 'tin': {
      const grade = reader.decimal('purity', { max: '100' });
      const moisture = reader.decimal('moisture', { max: '60', optional: true, zero: true });
      if (grade === null) return null;
      return {
        mineral: 'tin',
        form: 'concentrate',
        quantity: { value, unit: typed.unit },
        grades: [{ element: 'Sn', value: grade, unit: '%' }],
        facts: moisture === null ? {} : { moisturePct: moisture },
      };
    }
    case 'stones': {
      const size = reader.decimal('size', { max: '100000', optional: true });
      return {
        mineral: typed.stone,
        form: typed.form,
        quantity: { value, unit: typed.unit },
        facts: { quality: typed.quality, ...(size === null ? {} : { stoneCt: size }) },
        originCountry: typed.country,
      };
    }
    case 'bricks':
      return {
        mineral: 'clay',
        form: 'bricks',
        quantity: { value, unit: 'piece' },
        originCountry: typed.country,
      };
  }
}

function preciousPart(product: 'gold' | 'silver', value: string, reader: Reader): Part | null {
  const { unit, purityUnit } = reader.typed;
  const fineness = purityUnit as FinenessUnit;
  const purity = reader.decimal('purity', { max: FULL_FINENESS[fineness] });
  if (purity === null || !isLocalMass(unit)) return null;
  const element = product === 'gold' ? 'Au' : 'Ag';
  return {
    mineral: product,
    form: 'dore',
    quantity: { value: localGrams(value, unit), unit: 'g' },
    grades: [{ element, value: finenessPermil(purity, fineness), unit: 'permil' }],
  };
}
