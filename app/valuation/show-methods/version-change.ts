type Translate = (key: string) => string;

/** What the followers among the methods that the product ships with changed. Staff write their own reason. */
const CHANGE: Record<string, string> = {
  'bricks/2': 'pricing:methods.versions.thenSales',
  'dimension-stone/2': 'pricing:methods.versions.costsFirst',
};

/** Why there is this version, as far as it is known: what staff wrote, or what we know of our own. */
export function versionChange(t: Translate, { id, reason }: { id: string; reason: string | null }): string | null {
  if (reason) return reason;
  const key = CHANGE[id];
  if (key) return t(key);
  return id.endsWith('/1') ? t('pricing:methods.versions.first') : null;
}
