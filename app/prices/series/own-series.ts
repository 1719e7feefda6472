/** Series that the operator or the staff keep, not a publisher of the delivered ones. */
export function isOwnSeries(key: string): boolean {
  return key.startsWith('op.') || key.startsWith('local.');
}

/** What a trader pays somewhere: a price of that place, not of the world. */
export function isLocalSeries(key: string): boolean {
  return key.startsWith('local.');
}

/** Where a series can be read about: its publisher's page; of what a trader paid somewhere there is no other than ours, whatever address it has by now. */
export function pageOf({ key, pageUrl }: { key: string; pageUrl: string }, site: string): string {
  return isLocalSeries(key) ? `${site}/prices/${key}` : pageUrl;
}
