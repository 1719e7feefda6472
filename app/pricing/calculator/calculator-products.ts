import { COUNTRY_CODES } from '#app/identity/organisations/countries';
import { FINENESS_UNITS, LOCAL_MASS_UNITS } from './calculator-units';

export const PRODUCTS = ['gold', 'silver', 'tin', 'stones', 'bricks'] as const;
export type Product = (typeof PRODUCTS)[number];

export const STONES = ['sapphire', 'ruby', 'emerald', 'tourmaline', 'amethyst', 'garnet', 'aquamarine'] as const;
export type Stone = (typeof STONES)[number];
export const STONE_FORMS = ['rough', 'cut'] as const;
export const QUALITIES = ['fine', 'good', 'commercial'] as const;

/** Every field of the form; the name is the one in the address. */
export const FIELDS = [
  'amount',
  'unit',
  'purity',
  'purityUnit',
  'moisture',
  'stone',
  'form',
  'quality',
  'size',
  'roughPrice',
  'yield',
  'country',
  'offer',
  'currency',
] as const;
export type FieldName = (typeof FIELDS)[number];

/** A choice from a list; the first is where an empty form starts. */
type Choices = Partial<Record<FieldName, readonly [string, ...string[]]>>;

const PRECIOUS: Choices = { unit: LOCAL_MASS_UNITS, purityUnit: FINENESS_UNITS };

export const CHOICES: Record<Product, Choices> = {
  gold: PRECIOUS,
  silver: { ...PRECIOUS, purityUnit: ['permil', '%'] },
  tin: { unit: ['kg', 't'] },
  stones: { unit: ['ct', 'g'], stone: STONES, form: STONE_FORMS, quality: QUALITIES, country: countries('MG') },
  bricks: { unit: ['piece'], country: countries('MZ') },
};

function countries(first: string): readonly [string, ...string[]] {
  return [first, ...COUNTRY_CODES.filter((code) => code !== first)];
}

export function isProduct(text: string | null): text is Product {
  return PRODUCTS.some((product) => product === text);
}
