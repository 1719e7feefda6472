import type { Grade } from '../products/contained-mass';
import type { CheckedLot } from './lot-input';

/** What pricing needs to know of a lot: decimal strings only. */
export type LotFacts = {
  mineral: string;
  form: string;
  quantity: { value: string; unit: string };
  grades: Grade[];
  facts: Record<string, string>;
  originCountry: string;
  currency: string;
  /** Whose own costs count. */
  cooperativeId: string | null;
};

type Row = {
  mineral: string;
  form: string;
  quantity: { toFixed(): string };
  unit: string;
  grades: unknown;
  facts: unknown;
  originCountry: string;
  currency: string;
  cooperativeId: string;
};

/** From a row of the database, whose JSON columns only `create-lot` and `update-lot` write. */
export function lotFacts(row: Row): LotFacts {
  return {
    mineral: row.mineral,
    form: row.form,
    quantity: { value: row.quantity.toFixed(), unit: row.unit },
    grades: row.grades as Grade[],
    facts: row.facts as Record<string, string>,
    originCountry: row.originCountry,
    currency: row.currency,
    cooperativeId: row.cooperativeId,
  };
}

type Seller = Pick<LotFacts, 'originCountry' | 'cooperativeId'>;

/** From what was typed and checked, before there is a row. */
export function termsFacts(
  { product, quantity, unit, grades, facts, currency }: CheckedLot,
  { originCountry, cooperativeId }: Seller,
): LotFacts {
  const { mineral, form } = product;
  return { mineral, form, quantity: { value: quantity, unit }, grades, facts, originCountry, currency, cooperativeId };
}
