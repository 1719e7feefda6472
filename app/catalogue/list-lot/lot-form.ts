import { decimalPlaces } from '#app/money/decimal';
import { toAmount } from '#app/money/money';
import { typeable } from '#app/money/typed-decimal';
import { asCurrency } from '#app/money/currency';
import { permilKarat, PERMIL_DECIMALS } from '#app/money/fineness';
import { findProduct, productKey, type ProductForm } from '../products/products';
import type { Grade } from '../products/contained-mass';
import type { LotInput } from '../vocabulary/lot-input';
import { STONE_BY, stoneFields } from './stone-size';

/** What both a posted form and an address can be asked for. */
type FieldSource = { text(name: string): string; all(name: string): string[] };

export function addressFields(params: URLSearchParams): FieldSource {
  return { text: (name) => (params.get(name) ?? '').trim(), all: (name) => params.getAll(name) };
}

/**
 * The five fields as typed, with what the assay says and who leads the work. Units fall back to the product's
 * first, so that one that does not fit is asked again, not kept.
 */
export function wizardFields(source: FieldSource, locale: string): LotInput {
  const product = findProduct(source.text('product'));
  return {
    locale,
    product: source.text('product'),
    quantity: source.text('quantity'),
    unit: source.text('unit') || (product?.units[0] ?? ''),
    grade: source.text('grade'),
    gradeUnit: source.text('gradeUnit') || (product?.grade?.units[0] ?? ''),
    quality: source.text('quality'),
    ask: source.text('ask'),
    currency: source.text('currency'),
    incoterm: source.text('incoterm'),
    place: source.text('place'),
    womenLed: source.text('womenLed') === 'on',
    facts: Object.fromEntries((product?.facts ?? []).map(({ key }) => [key, source.text(`facts.${key}`)])),
    stoneBy: source.text('stoneBy') || STONE_BY[0],
    assays: Object.fromEntries(
      (product?.assays ?? []).map(({ element }) => [element, source.text(`assays.${element}`)]),
    ),
  };
}

/** The same and the details that may be said later. */
export function allFields(source: FieldSource, locale: string): LotInput {
  return {
    ...wizardFields(source, locale),
    description: source.text('description'),
    district: source.text('district'),
    leadTimeDays: source.text('leadTimeDays'),
    divisible: source.text('divisible') === 'on',
    certificates: source.all('certificates'),
  };
}

type Written = {
  mineral: string;
  form: string;
  quantity: string;
  unit: string;
  grades: readonly Grade[];
  facts: Record<string, string>;
  askMinor: bigint;
  currency: string;
  incoterm: string;
  incotermPlace: string;
  description: string | null;
  originDistrict: string;
  leadTimeDays: number;
  divisible: boolean;
  womenLed: boolean;
  certificates: string[];
};

/** A kept lot as its form shows it: figures as its reader may send them again. */
export function fieldsOf(lot: Written, locale: string): LotInput {
  const grade = asSaid(lot.grades[0]);
  const { facts, stoneBy } = stoneFields(lot.facts);
  return {
    locale,
    product: productKey(lot),
    quantity: typeable(lot.quantity),
    unit: lot.unit,
    grade: typeable(grade?.value ?? ''),
    gradeUnit: grade?.unit ?? '',
    quality: lot.facts['quality'] ?? '',
    ask: typeable(toAmount({ minor: lot.askMinor, currency: asCurrency(lot.currency) })),
    currency: lot.currency,
    incoterm: lot.incoterm,
    place: lot.incotermPlace,
    description: lot.description ?? '',
    district: lot.originDistrict,
    leadTimeDays: `${lot.leadTimeDays}`,
    divisible: lot.divisible,
    womenLed: lot.womenLed,
    certificates: lot.certificates,
    facts: Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, typeable(value)])),
    stoneBy,
    assays: Object.fromEntries(lot.grades.slice(1).map(({ element, value }) => [element, typeable(value)])),
  };
}

/**
 * A fineness without an end was said in karat: 916.666667 permil is shown as 22 karat again, which is the
 * same when it is sent again.
 */
function asSaid(grade: Grade | undefined): { value: string; unit: string } | undefined {
  if (grade?.unit !== 'permil' || decimalPlaces(grade.value) < PERMIL_DECIMALS) return grade;
  const karat = permilKarat(grade.value);
  return decimalPlaces(karat) < PERMIL_DECIMALS ? { value: karat, unit: 'karat' } : grade;
}

/** Currencies an ask may be in: the cooperative's own first, then those in which buyers pay. */
export function askCurrencies(own: string): string[] {
  return [...new Set([own, 'USD', 'EUR'])];
}

/** For the form: the product that was chosen, or null where the first of the five fields is still open. */
export function chosenProduct(input: Pick<LotInput, 'product'>): ProductForm | null {
  return findProduct(input.product);
}
