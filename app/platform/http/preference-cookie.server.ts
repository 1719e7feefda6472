import { parseCookie, stringifySetCookie } from 'cookie';

/** What a browser is asked to keep for its reader: no secret, and nobody's own. */
export type PreferenceCookie = {
  name: string;
  /** What the browser sent; null where it sent none. Of two of one name the first counts, for everybody who asks. */
  read(cookieHeader: string | null | undefined): string | null;
  serialize(value: string): string;
  forget(): string;
};

export function preferenceCookie(name: string, { maxAge }: { maxAge: number }): PreferenceCookie {
  const write = (value: string, seconds: number): string =>
    stringifySetCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', maxAge: seconds });
  return {
    name,
    read: (header) => (header ? (parseCookie(header)[name] ?? null) : null),
    serialize: (value) => write(value, maxAge),
    forget: () => write('', 0),
  };
}

/** The names of all cookies that a browser sent. */
export function cookieNames(header: string | null): string[] {
  return header ? Object.keys(parseCookie(header)) : [];
}
