import type { Grade } from '../forms/contained-mass';
import type { StoredBand } from '../lots/stored-band';

/** A lot as lists show it. Decimals as text; money in minor units. */
export type LotCard = {
  id: string;
  number: string;
  mineral: string;
  form: string;
  quantity: string;
  availableQuantity: string;
  unit: string;
  grades: Grade[];
  facts: Record<string, string>;
  askMinor: bigint;
  currency: string;
  band: StoredBand | null;
  originCountry: string;
  originDistrict: string;
  incoterm: string;
  incotermPlace: string;
  womenLed: boolean;
  certificates: string[];
  /** Of the first photo, in the order of their upload; null where a drawing stands for the lot. */
  photoId: string | null;
  assayed: boolean;
  cooperative: { name: string; slug: string };
};
