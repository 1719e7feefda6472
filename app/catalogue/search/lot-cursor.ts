import type { Sort } from './lot-search';

/**
 * Where a page of lots begins, as the page before said it. Null where it says no such thing for this order.
 */
export function readCursor(sort: Sort, cursor: string | null): { key: string; id: string } | null {
  const [key = '', id = ''] = cursor?.split('~') ?? [];
  const isKey = sort === 'newest' ? isInstant(key) : /^\d{1,24}(\.\d{1,12})?$/.test(key);
  return isKey && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? { key, id } : null;
}

/** As the list writes it: a time that there is, in years that PostgreSQL knows. */
function isInstant(text: string): boolean {
  if (!/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false;
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text;
}
