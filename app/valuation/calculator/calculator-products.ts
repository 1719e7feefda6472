import { COUNTRY_CODES } from '#app/identity/organisations/countries';
import { FINENESS_UNITS } from '#app/money/fineness';
import { LOCAL_MASS_UNITS } from './calculator-units';

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

/** Something of each kind to begin with, as its address has it. */
export const EXAMPLE: Record<Product, string> = {
  gold: 'product=gold&amount=10&unit=g&purity=22&purityUnit=karat',
  silver: 'product=silver&amount=500&unit=g&purity=925&purityUnit=permil',
  tin: 'product=tin&amount=1&unit=t&purity=60&moisture=2',
  stones: 'product=stones&amount=186&unit=ct&stone=sapphire&form=cut&quality=good&roughPrice=12&yield=30',
  bricks: 'product=bricks&amount=500&country=MZ',
};

function countries(first: string): readonly [string, ...string[]] {
  return [first, ...COUNTRY_CODES.filter((code) => code !== first)];
}

export function isProduct(text: string | null): text is Product {
  return PRODUCTS.some((product) => product === text);
}
