import { badInput } from './api-http.server';

/**
 * The query of an address as an object: names in `lists` may stand several times and become lists, every other name once. Throws the answer (422) where one
 * stands twice: either value could be the one that was meant.
 */
export function readQuery(url: string, lists: readonly string[] = []): Record<string, string | string[]> {
  const { searchParams } = new URL(url);
  const names = [...new Set(searchParams.keys())];
  const twice = names.filter((name) => !lists.includes(name) && searchParams.getAll(name).length > 1);
  if (twice.length > 0)
    throw badInput(twice.map((path) => ({ path, code: 'duplicate', message: 'This stands twice: give it once' })));
  return Object.fromEntries(
    names.map((name) => [name, lists.includes(name) ? searchParams.getAll(name) : (searchParams.get(name) ?? '')]),
  );
}

/** For addresses that take no query. Throws the answer (422): who asks for something there would take what everybody gets for what was asked. */
export function refuseQuery(url: string): void {
  const names = [...new Set(new URL(url).searchParams.keys())];
  if (names.length === 0) return;
  const message = 'This address takes no query: leave it out';
  throw badInput(names.map((path) => ({ path, code: 'unknown_key', message })));
}
