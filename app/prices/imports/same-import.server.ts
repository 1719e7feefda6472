import { dayStart } from '#app/money/calendar-day';
import type { Tx } from '#app/platform/db/connect.server';

/**
 * The import of this very file, where there was one: a second time changes nothing. A table does not say itself when it was published; with another day it is
 * another vintage, so that a wrong day can be put right.
 */
export function sameImport(
  tx: Pick<Tx, 'priceImport'>,
  { source, sha256, publishedOn }: { source: string; sha256: string; publishedOn: string },
): Promise<{ id: string } | null> {
  const day = source === 'csv' ? { publishedOn: dayStart(publishedOn) } : {};
  return tx.priceImport.findFirst({ where: { source, sha256, ...day }, select: { id: true } });
}
