/**
 * Short words for a list. The lot's page says it in full, with the metal, country or price that is missing.
 */
const SHORT: Record<string, string> = {
  'pricing:refusal.insufficientData': 'catalogue:noBand.fewSales',
  'pricing:refusal.priceMissing': 'catalogue:noBand.noPrice',
  'pricing:refusal.priceExpired': 'catalogue:noBand.oldPrice',
  'pricing:refusal.priceMissingThen': 'catalogue:noBand.noPrice',
  'pricing:refusal.priceExpiredThen': 'catalogue:noBand.oldPrice',
  'pricing:refusal.fxMissing': 'catalogue:noBand.noRate',
  'pricing:refusal.costsMissing': 'catalogue:noBand.noCosts',
};

export function noBandText(reasonKey: string | null): string {
  return SHORT[reasonKey ?? ''] ?? 'catalogue:noBand.other';
}
