/**
 * The address of a database such that its sessions reckon in UTC, whatever zone the server or the database is set to: the adapter writes instants without a zone.
 * Options that the address has of its own are kept.
 */
export function inUtc(url: string): string {
  const address = new URL(url);
  const own = address.searchParams.get('options');
  address.searchParams.set('options', [own, '-c TimeZone=UTC'].filter(Boolean).join(' '));
  return address.href;
}
