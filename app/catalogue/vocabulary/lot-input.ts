import type { Grade } from '../products/contained-mass';
import type { ProductForm } from '../products/products';

/**
 * What a person typed, as text: the five fields of a listing, and what may be said beside them or later.
 * Absent details take their default.
 */
export type LotInput = {
  /** The language in which figures were typed. What no person typed is written as in English. */
  locale?: string;
  /** `gold/dore` */
  product: string;
  quantity: string;
  unit: string;
  grade?: string;
  gradeUnit?: string;
  quality?: string;
  /** For the whole quantity, in major units. */
  ask: string;
  currency: string;
  incoterm: string;
  /** Where the Incoterm applies: a town or a port, never the site. */
  place: string;
  description?: string;
  district?: string;
  leadTimeDays?: string;
  divisible?: boolean;
  womenLed?: boolean;
  certificates?: string[];
  /** Of stones `stoneCt` is typed in what `stoneBy` names. */
  facts?: Record<string, string>;
  stoneBy?: string;
  /** Grades of further elements, by element, each in the product's own unit for it. */
  assays?: Record<string, string>;
};

/** The same, read and checked. */
export type CheckedLot = {
  product: ProductForm;
  quantity: string;
  unit: string;
  grades: Grade[];
  /** Decimals of the method's further facts, and `quality`. */
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

/** What the cooperative's own record answers when the form does not. */
export type LotDefaults = { district: string | null };

export type FieldIssue = {
  path: keyof LotInput | `facts.${string}` | `assays.${string}`;
  messageKey: string;
  params?: Record<string, string | number>;
};
