import type { Grade } from '../products/contained-mass';
import type { Availability } from '../vocabulary/availability';
import type { StoredBand } from '../lot-band/stored-band';

/**
 * A lot as lists show it: with a drawing, since photos would not fit a page on prepaid data. Decimals as
 * text. Money in minor units.
 */
export type LotCard = {
  id: string;
  number: string;
  mineral: string;
  form: string;
  quantity: string;
  availability: Availability;
  /** Null for whoever may only know the step. */
  availableQuantity: string | null;
  unit: string;
  grades: Grade[];
  facts: Record<string, string>;
  askMinor: bigint;
  currency: string;
  band: StoredBand | null;
  /** Message key of why there is no band. */
  noBandReason: string | null;
  originCountry: string;
  originDistrict: string;
  incoterm: string;
  incotermPlace: string;
  womenLed: boolean;
  certificates: string[];
  assayed: boolean;
  cooperative: { name: string; slug: string };
};
