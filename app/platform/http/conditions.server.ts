import fresh from 'fresh';

/** What a browser says of the copy that it has. A wish for a new answer (`no-cache`) is none of it: it is about copies on the way. */
export type Conditions = { 'if-none-match'?: string; 'if-modified-since'?: string };

export function conditionsOf(headers: Pick<Headers, 'get'>): Conditions {
  const tags = headers.get('if-none-match');
  const since = headers.get('if-modified-since');
  return {
    ...(tags === null ? {} : { 'if-none-match': tags }),
    ...(since === null ? {} : { 'if-modified-since': since }),
  };
}

/** Whether that copy is still the answer, by RFC 9110: a tag decides where one is sent, compared weakly; else the time. */
export function isUnchanged(
  conditions: Conditions,
  { etag, lastModified = null }: { etag: string; lastModified?: string | null },
): boolean {
  return fresh(conditions, { etag, ...(lastModified === null ? {} : { 'last-modified': lastModified }) });
}
