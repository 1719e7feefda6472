import { asHeader } from '#app/platform/http/request-values';

/** Where to go after signing in: only a path of this site. `//host` and `/\host` would lead a browser elsewhere. */
export function safeNext(next: string | null | undefined): string | null {
  if (!next || !next.startsWith('/') || next.length > 500) return null;
  if (/^\/[/\\]/.test(next) || /[\u0000-\u001f\\]/.test(next)) return null;
  return asHeader(next);
}
