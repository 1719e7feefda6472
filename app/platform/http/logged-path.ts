/** First words of addresses whose next part is a secret: in routes.ts that part is called `:token`, and a test compares the two. */
export const SECRET_ADDRESSES = ['invitations', 'mailbox'] as const;

const SECRET = new RegExp(`^/+(${SECRET_ADDRESSES.join('|')})/+[^/]+`, 'i');

const SECRET_ANYWHERE = new RegExp(`/(${SECRET_ADDRESSES.join('|')})(?:/|%2f)+[^/\\s"'?#\\\\]+`, 'gi');

/**
 * What our secrets look like (24 bytes in base64url), wherever an address was bent so that its first word is
 * not read.
 */
const SECRET_ALONE = /(?<![\w-])[\w-]{32}(?![\w-])/g;

/** A line of a log as it may be kept: an error may quote the address that it failed at. */
export function loggedLine(line: string): string {
  return line.replace(SECRET_ANYWHERE, '/$1/[secret]').replace(SECRET_ALONE, '[secret]');
}

/** A path as a log may hold it: a secret in it is left out. Everything that logs a path goes through here. */
export function loggedPath(path: string): string {
  return path.replace(SECRET, '/$1/[secret]');
}
