import type { LotModel } from '#app/platform/db/generated/models/Lot';
import type { Grade } from '../../forms/contained-mass';

/** A lot's terms, plain and complete, as pages and forms show them. */
export type LotTermsView = {
  id: string;
  number: string;
  mineral: string;
  form: string;
  stage: string;
  hsCode: string | null;
  description: string | null;
  quantity: string;
  availableQuantity: string;
  unit: string;
  divisible: boolean;
  grades: Grade[];
  facts: Record<string, string>;
  originCountry: string;
  originDistrict: string;
  incoterm: string;
  incotermPlace: string;
  askMinor: bigint;
  currency: string;
  leadTimeDays: number;
  womenLed: boolean;
  certificates: string[];
};

export function lotTermsView(row: LotModel): LotTermsView {
  const { id, number, mineral, form, stage, hsCode, description, unit, divisible, originCountry, originDistrict } = row;
  const { incoterm, incotermPlace, askMinor, currency, leadTimeDays, womenLed, certificates } = row;
  return {
    ...{ id, number, mineral, form, stage, hsCode, description, unit, divisible, originCountry, originDistrict },
    ...{ incoterm, incotermPlace, askMinor, currency, leadTimeDays, womenLed, certificates },
    quantity: row.quantity.toFixed(),
    availableQuantity: row.availableQuantity.toFixed(),
    grades: row.grades as Grade[],
    facts: row.facts as Record<string, string>,
  };
}
