/**
 * Where two pieces of JSON part, and what each has there. `null` text where it has nothing. Paths are written
 * `band.rates[0].quote`.
 */
export type Difference = { path: string; stored: string | null; found: string | null };

/** Every scalar (and empty list or object) of a piece of JSON by its path, in its own order. */
export function leavesOf(json: unknown, path = ''): [string, string][] {
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json);
    const isList = Array.isArray(json);
    if (entries.length > 0) return entries.flatMap(([key, value]) => leavesOf(value, below(path, key, isList)));
  }
  return [[path, JSON.stringify(json)]];
}

/** `rates[0].quote`. A point within a name is marked, so that no two places share a path. */
function below(path: string, key: string, isList: boolean): string {
  if (isList) return `${path}[${key}]`;
  const name = key.replace(/[.[\]\\]/g, '\\$&');
  return path === '' ? name : `${path}.${name}`;
}

export function jsonDifferences(stored: unknown, found: unknown, under = ''): Difference[] {
  const [left, right] = [new Map(leavesOf(stored, under)), new Map(leavesOf(found, under))];
  const paths = [...new Set([...left.keys(), ...right.keys()])];
  return paths
    .filter((path) => left.get(path) !== right.get(path))
    .map((path) => ({ path, stored: left.get(path) ?? null, found: right.get(path) ?? null }));
}
