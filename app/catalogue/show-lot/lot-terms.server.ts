import type { LotModel } from '#app/platform/db/generated/models/Lot';
import { availabilityOf, type Availability } from '../vocabulary/availability';
import type { Grade } from '../products/contained-mass';

/** A lot's terms, plain and complete, as pages and forms show them. */
export type LotTerms = {
  id: string;
  number: string;
  mineral: string;
  form: string;
  stage: string;
  hsCode: string | null;
  description: string | null;
  quantity: string;
  availability: Availability;
  /** Null for whoever may only know the step. */
  availableQuantity: string | null;
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

/**
 * `exact` for the seller, its programme and accepted buyers: to others the exact rest tells what one order
 * took.
 */
export function lotTerms(row: LotModel, { exact }: { exact: boolean }): LotTerms {
  const availableQuantity = row.availableQuantity.toFixed();
  const { id, number, mineral, form, stage, hsCode, description, unit, divisible, originCountry, originDistrict } = row;
  const { incoterm, incotermPlace, askMinor, currency, leadTimeDays, womenLed, certificates } = row;
  return {
    ...{ id, number, mineral, form, stage, hsCode, description, unit, divisible, originCountry, originDistrict },
    ...{ incoterm, incotermPlace, askMinor, currency, leadTimeDays, womenLed, certificates },
    quantity: row.quantity.toFixed(),
    availability: availabilityOf({ quantity: row.quantity.toFixed(), availableQuantity }),
    availableQuantity: exact ? availableQuantity : null,
    grades: row.grades as Grade[],
    facts: row.facts as Record<string, string>,
  };
}
