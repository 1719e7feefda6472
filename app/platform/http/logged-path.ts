/** First words of addresses whose next part is a secret: in routes.ts that part is called `:token`, and a test compares the two. */
export const SECRET_ADDRESSES = ['invitations', 'mailbox'] as const;

const SECRET = new RegExp(`^/+(${SECRET_ADDRESSES.join('|')})/+[^/]+`, 'i');

/** A path as a log may hold it: a secret in it is left out. Everything that logs a path goes through here. */
export function loggedPath(path: string): string {
  return path.replace(SECRET, '/$1/[secret]');
}
