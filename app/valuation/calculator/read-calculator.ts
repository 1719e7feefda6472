import { asCurrency, isCurrency, type Currency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { toldBack } from '#app/platform/http/request-values';
import { parseAmount, type Money } from '#app/money/money';
import type { LotFacts } from '../bands/band-for.server';
import { CHOICES, FIELDS, isProduct, type FieldName, type Product } from './calculator-products';
import { MOST, readFigure, type FigureProblem } from './typed-figure';
import { finenessPermil, FULL_FINENESS, type FinenessUnit } from '#app/money/fineness';
import { isLocalMass, localGrams } from './calculator-units';

export type CalculatorProblem = FigureProblem & { path: FieldName };

export type Question = {
  facts: LotFacts;
  /** As typed, in the unit that was chosen. */
  amount: { value: string; unit: string };
  offer: Money | null;
  currency: Currency;
  /** What rough cost and how much of it is left when it is cut; null where nobody said. */
  rough: Rough | null;
};

/** A price per carat in the currency of the question, and a percentage. */
export type Rough = { price: string; yieldPct: string };

export type CalculatorForm = {
  product: Product;
  /** What was typed, or where an empty form starts. */
  typed: Record<FieldName, string>;
  problems: CalculatorProblem[];
  /** Null until there is something to work out. */
  question: Question | null;
};

const LONGEST = 40;
const MOST_MONEY = '999999999999';

/** The address is the form: reads what was typed, keeps it, and says what is wrong with it. An address that asks nothing has no problems. */
export function readCalculator(params: URLSearchParams, locale: string): CalculatorForm {
  const asked = params.get('product');
  const product = isProduct(asked) ? asked : 'gold';
  const typed = Object.fromEntries(
    FIELDS.map((name) => [name, typedIn(params, product, name)]),
  ) as CalculatorForm['typed'];
  if (!params.has('amount')) return { product, typed, problems: [], question: null };
  const reader = createReader(typed, locale);
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
  return { path, messageKey: 'pricing:calculator.problem.choice', params: { value: toldBack(value) } };
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

function createReader(typed: CalculatorForm['typed'], locale: string): Reader {
  const problems: CalculatorProblem[] = [];
  const refuse = (path: FieldName, problem: FigureProblem): null => {
    problems.push({ path, ...problem });
    return null;
  };
  return {
    typed,
    problems,
    decimal(name, { max, optional = false, whole = false, zero = false }) {
      if (optional && typed[name] === '') return null;
      const read = readFigure(typed[name], { max, zero, locale });
      if (!('value' in read)) return refuse(name, read);
      if (whole && !new Decimal(read.value).isInteger())
        return refuse(name, { messageKey: 'pricing:calculator.problem.whole' });
      return read.value;
    },
    offer(currency) {
      if (typed.offer === '') return null;
      const read = readFigure(typed.offer, { max: MOST_MONEY, locale });
      if (!('value' in read)) return refuse('offer', read);
      const money = parseAmount(read.value, currency);
      return money ?? refuse('offer', { messageKey: 'pricing:calculator.problem.offer', params: { currency } });
    },
  };
}

function questionOf(product: Product, reader: Reader): Question | null {
  const { typed } = reader;
  const currency = asCurrency(typed.currency);
  const offer = reader.offer(currency);
  const value = reader.decimal('amount', { max: MOST, whole: product === 'bricks' });
  const part = partOf(product, value ?? '1', reader);
  const rough = product === 'stones' ? roughOf(reader) : null;
  if (value === null || !part) return null;
  return {
    facts: { facts: {}, grades: [], originCountry: '', ...part, currency },
    amount: { value, unit: typed.unit },
    offer,
    currency,
    rough,
  };
}

/** Both or neither: one alone says nothing. */
function roughOf({ typed, decimal }: Reader): Rough | null {
  if (typed.roughPrice === '' && typed.yield === '') return null;
  const price = decimal('roughPrice', { max: MOST });
  const yieldPct = decimal('yield', { max: '100' });
  return price === null || yieldPct === null ? null : { price, yieldPct };
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
