/** Series that the operator or the staff keep, not a publisher of the delivered ones. */
export function isOwnSeries(key: string): boolean {
  return key.startsWith('op.') || key.startsWith('local.');
}

/** What a trader pays somewhere: a price of that place, not of the world. */
export function isLocalSeries(key: string): boolean {
  return key.startsWith('local.');
}
