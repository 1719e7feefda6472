import type { AskPerUnit } from '../../lots/band/ask-per-unit';
import type { Words } from '../../lots/lot-title';

const PER: Record<string, string> = {
  piece: 'catalogue:per.piece',
  m2: 'catalogue:per.m2',
  m3: 'catalogue:per.m3',
  g: 'catalogue:per.g',
  ct: 'catalogue:per.ct',
  t: 'catalogue:per.t',
  kg: 'catalogue:per.kg',
};

type PriceWords = Words & { format: { price(decimal: string, currency: string, maxDecimals?: number): string } };

/** `USD 131.14 per g of fine gold`: the price in the unit in which such lots are compared. */
export function perUnitText(ask: AskPerUnit, currency: string, mineralName: string, { t, format }: PriceWords): string {
  const price = format.price(ask.price, currency, 2);
  if (ask.element) return t('catalogue:per.gFine', { price, mineral: mineralName.toLocaleLowerCase() });
  return t(PER[ask.unit] ?? 'catalogue:per.other', { price, unit: ask.unit });
}
