import type { GradeUnit, QuantityUnit } from '#app/money/units';
import type { FinenessUnit } from '#app/money/fineness';
import { MINERALS, familyOf, isMineral, type Mineral } from './minerals';

/** How much work is in the good: what programme staff count as value added at home. */
export const STAGES = ['ore', 'concentrate', 'refined', 'finished', 'manufactured'] as const;
export type Stage = (typeof STAGES)[number];

export const FORMS = [
  'dore',
  'refined',
  'jewellery',
  'concentrate',
  'rough',
  'cut',
  'bricks',
  'tiles',
  'lime',
  'table-salt',
  'plaster',
  'powder',
  'slab',
] as const;
export type Form = (typeof FORMS)[number];

/** The ways a band is made (app/valuation/README.md). */
export type MethodFamily = 'contained-metal' | 'contract-terms' | 'comparables' | 'cost-plus';

export type Quality = 'fine' | 'good' | 'commercial';

/** What a purity may be typed in. Karat is a way to say permil, which is what is kept. */
export type PurityUnit = GradeUnit | FinenessUnit;

export type ProductForm = {
  mineral: Mineral;
  form: Form;
  stage: Stage;
  /** Heading of the Harmonized System 2022, six digits. */
  hsCode: string;
  method: MethodFamily;
  /** What a seller may count it in. The first is proposed. */
  units: readonly [QuantityUnit, ...QuantityUnit[]];
  /**
   * The element a price is paid for and the units its grade may be typed in (the first is proposed). Null: no
   * assay grade.
   */
  grade: { element: string; units: readonly [PurityUnit, ...PurityUnit[]] } | null;
  /**
   * What an assay may name beside it: other metals that are paid for, and elements that are charged for. None
   * is needed to list.
   */
  assays: readonly { element: string; unit: GradeUnit }[];
  /** Graded by eye: instead of by assay, or beside it. */
  qualities: readonly Quality[];
  /** Further facts its method can use, as decimals. None is needed to list. */
  facts: readonly FactField[];
  /**
   * Unit in which asks of such lots are compared. `fine` counts the contained element, not the whole mass.
   */
  compareBy: { unit: QuantityUnit; fine: boolean };
  divisible: boolean;
  leadTimeDays: number;
};

/** A decimal fact of a lot. `max` is the largest that can be true. */
export type FactField = { key: FactKey; unit: '%' | 'ct'; max: string };
export type FactKey = 'moisturePct' | 'franchisePct' | 'stoneCt';

const MOISTURE: FactField = { key: 'moisturePct', unit: '%', max: '60' };
/** What a contract takes off the weight for loss in handling. */
const FRANCHISE: FactField = { key: 'franchisePct', unit: '%', max: '10' };
const STONE_SIZE: FactField = { key: 'stoneCt', unit: 'ct', max: '100000' };

type Row = Omit<ProductForm, 'mineral' | 'form'>;

const FINENESS = ['permil', '%', 'karat'] as const satisfies readonly FinenessUnit[];
const QUALITIES = ['fine', 'good', 'commercial'] as const satisfies readonly Quality[];

function precious(element: string, hsCode: string, stage: Stage): Row {
  return {
    stage,
    hsCode,
    method: 'contained-metal',
    units: ['g', 'kg', 'ozt'],
    grade: { element, units: FINENESS },
    assays: [],
    qualities: [],
    facts: [],
    compareBy: { unit: 'g', fine: true },
    divisible: false,
    leadTimeDays: 7,
  };
}

const PRECIOUS = [
  { element: 'Au', unit: 'g/t' },
  { element: 'Ag', unit: 'g/t' },
] as const;
const SILVER = [{ element: 'Ag', unit: 'g/t' }] as const;
const ARSENIC = [{ element: 'As', unit: '%' }] as const;
const HARMFUL = [
  ...ARSENIC,
  { element: 'Sb', unit: '%' },
  { element: 'Bi', unit: '%' },
  { element: 'Hg', unit: 'ppm' },
] as const;

function concentrate(element: string, hsCode: string, assays: Row['assays'] = []): Row {
  return {
    stage: 'concentrate',
    hsCode,
    method: element === 'Sn' ? 'contained-metal' : 'contract-terms',
    units: ['t', 'kg'],
    grade: { element, units: ['%', 'permil'] },
    assays,
    qualities: [],
    facts: [MOISTURE, FRANCHISE],
    compareBy: { unit: 't', fine: false },
    divisible: false,
    leadTimeDays: 21,
  };
}

function jewellery(element: string, hsCode: string): Row {
  return {
    stage: 'manufactured',
    hsCode,
    method: 'comparables',
    units: ['piece', 'g'],
    grade: { element, units: FINENESS },
    assays: [],
    qualities: QUALITIES,
    facts: [],
    compareBy: { unit: 'piece', fine: false },
    divisible: true,
    leadTimeDays: 14,
  };
}

function stones(stage: 'ore' | 'finished', hsCode: string): Row {
  return {
    stage,
    hsCode,
    method: 'comparables',
    units: ['ct', 'g'],
    grade: null,
    assays: [],
    qualities: QUALITIES,
    facts: [STONE_SIZE],
    compareBy: { unit: 'ct', fine: false },
    divisible: false,
    leadTimeDays: 10,
  };
}

function goods(hsCode: string, units: ProductForm['units'], extra: Partial<Row> = {}): Row {
  return {
    stage: 'manufactured',
    hsCode,
    method: 'cost-plus',
    units,
    grade: null,
    assays: [],
    qualities: QUALITIES,
    facts: [],
    compareBy: { unit: units[0], fine: false },
    divisible: true,
    leadTimeDays: 14,
    ...extra,
  };
}

const GEMSTONES = MINERALS.filter((mineral) => familyOf(mineral) === 'gemstones');
const PRECIOUS_STONES: readonly Mineral[] = ['sapphire', 'ruby', 'emerald'];

/**
 * Every product that may be listed. HS codes: WCO Harmonized System 2022 (ch. 25 earths and stone, 26 ores,
 * 68 stone articles, 69 ceramics, 71 precious stones and metals).
 */
const ROWS: readonly (readonly [Mineral, Form, Row])[] = [
  ['gold', 'dore', precious('Au', '7108.12', 'refined')],
  ['gold', 'refined', precious('Au', '7108.12', 'refined')],
  ['gold', 'jewellery', jewellery('Au', '7113.19')],
  ['silver', 'dore', precious('Ag', '7106.91', 'refined')],
  ['silver', 'refined', precious('Ag', '7106.91', 'refined')],
  ['silver', 'jewellery', jewellery('Ag', '7113.11')],
  ['platinum', 'dore', precious('Pt', '7110.11', 'refined')],
  ['platinum', 'refined', precious('Pt', '7110.11', 'refined')],
  ['tin', 'concentrate', concentrate('Sn', '2609.00')],
  ['copper', 'concentrate', concentrate('Cu', '2603.00', [...PRECIOUS, ...HARMFUL])],
  ['lead', 'concentrate', concentrate('Pb', '2607.00', [...SILVER, ...HARMFUL])],
  ['zinc', 'concentrate', concentrate('Zn', '2608.00', [...SILVER, ...HARMFUL])],
  ['cobalt', 'concentrate', concentrate('Co', '2605.00')],
  ['tungsten', 'concentrate', concentrate('WO3', '2611.00', ARSENIC)],
  ['tantalum', 'concentrate', concentrate('Ta2O5', '2615.90')],
  ...GEMSTONES.flatMap((mineral) => [
    [mineral, 'rough', stones('ore', '7103.10')] as const,
    [mineral, 'cut', stones('finished', PRECIOUS_STONES.includes(mineral) ? '7103.91' : '7103.99')] as const,
  ]),
  ['clay', 'bricks', goods('6904.10', ['piece'])],
  ['clay', 'tiles', goods('6905.10', ['piece', 'm2'])],
  ['limestone', 'lime', goods('2522.20', ['t', 'kg'])],
  ['salt', 'table-salt', goods('2501.00', ['t', 'kg'])],
  ['gypsum', 'plaster', goods('2520.20', ['t', 'kg'])],
  ['kaolin', 'powder', goods('2507.00', ['t', 'kg'])],
  ['dimension-stone', 'slab', goods('6802.23', ['m2', 'm3'], { stage: 'finished' })],
];

export const PRODUCT_FORMS: readonly ProductForm[] = ROWS.map(([mineral, form, row]) => ({ mineral, form, ...row }));

const BY_KEY = new Map(PRODUCT_FORMS.map((product) => [productKey(product), product]));

/** `gold/dore`: the value of the form's first field and of the address. */
export function productKey({ mineral, form }: { mineral: string; form: string }): string {
  return `${mineral}/${form}`;
}

export function findProduct(key: string): ProductForm | null {
  return BY_KEY.get(key) ?? null;
}

/** For rows of the database, which only hold listed products: a missing one is a bug. */
export function productOf(lot: { mineral: string; form: string }): ProductForm {
  const product = findProduct(productKey(lot));
  if (!product) throw new RangeError(`Unknown product ${productKey(lot)}`);
  return product;
}

export function isForm(key: string): key is Form {
  return (FORMS as readonly string[]).includes(key);
}

/** Products of one mineral, in the order of the registry. */
export function productsOf(mineral: string): readonly ProductForm[] {
  return isMineral(mineral) ? PRODUCT_FORMS.filter((product) => product.mineral === mineral) : [];
}
