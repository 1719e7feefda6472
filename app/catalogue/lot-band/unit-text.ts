import { askPerUnit, type Asked, type AskPerUnit } from './ask-per-unit';
import { withoutMoisture, type Moist } from './moisture';
import type { Words } from '../vocabulary/lot-title';

const PER: Record<string, string> = {
  piece: 'catalogue:per.piece',
  m2: 'catalogue:per.m2',
  m3: 'catalogue:per.m3',
  g: 'catalogue:per.g',
  ct: 'catalogue:per.ct',
  t: 'catalogue:per.t',
  kg: 'catalogue:per.kg',
};

/** Of what has moisture in it: the price of the weight as it was weighed, and of the dry weight alone. */
const WET: Record<string, string> = { t: 'catalogue:per.tWet', kg: 'catalogue:per.kgWet' };
const DRY: Record<string, string> = { t: 'catalogue:per.tDry', kg: 'catalogue:per.kgDry' };

type PriceWords = Words & { format: { price(decimal: string, currency: string, maxDecimals?: number): string } };

/** `USD 131.14 per g of fine gold`: the price in the unit in which such lots are compared. */
export function perUnitText(
  ask: AskPerUnit & { moist?: boolean },
  currency: string,
  mineralName: string,
  { t, format }: PriceWords,
): string {
  return perText(ask, { price: format.price(ask.price, currency, 2), mineral: mineralName }, { t });
}

/** What stands for the price, a figure or a currency, with the unit and what is counted of it. */
export function perText(
  { unit, element, moist = false }: Pick<AskPerUnit, 'element'> & { unit: string; moist?: boolean },
  { price, mineral }: { price: string; mineral: string },
  { t }: Pick<Words, 't'>,
): string {
  if (element) return t('catalogue:per.gFine', { price, mineral: mineral.toLocaleLowerCase() });
  const wet = moist ? WET[unit] : undefined;
  return t(wet ?? PER[unit] ?? 'catalogue:per.other', { price, unit });
}

/**
 * `USD 610.00 per dry tonne`. Null where nothing is said of moisture, or where the price is of the contained
 * metal.
 */
export function perDryUnitText(lot: Asked & Moist, { t, format }: PriceWords): string | null {
  const dry = withoutMoisture(lot);
  if (dry === null) return null;
  const ask = askPerUnit({ ...lot, quantity: dry });
  const key = ask.element ? undefined : DRY[ask.unit];
  return key ? t(key, { price: format.price(ask.price, lot.currency, 2) }) : null;
}
