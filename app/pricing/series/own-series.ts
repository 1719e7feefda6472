/** Series that the operator or the staff keep, not a publisher of the delivered ones. */
export function isOwnSeries(key: string): boolean {
  return key.startsWith('op.') || key.startsWith('local.');
}
