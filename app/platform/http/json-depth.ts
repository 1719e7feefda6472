/** The path of a value that lies deeper than `max` levels, or null; walked without recursion, since depth is what it looks for. */
export function tooDeepPath(value: unknown, max: number): string | null {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= max) return next.path;
    for (const [key, inner] of Object.entries(next.value))
      waiting.push({ value: inner, path: next.path === '' ? key : `${next.path}.${key}`, depth: next.depth + 1 });
  }
  return null;
}
