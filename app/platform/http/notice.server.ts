import { createCookie, redirect } from '@remix-run/node';

export type Notice = {
  messageKey: string;
  params?: Record<string, string | number>;
  tone: 'success' | 'info' | 'warn';
};

/** One message for the next page, in a cookie that lasts a minute: it survives the redirect after a post, with or without scripts. */
const cookie = createCookie('notice', { path: '/', httpOnly: true, sameSite: 'lax', maxAge: 60 });

export async function redirectWithNotice(
  url: string,
  messageKey: string,
  { params, tone = 'success', headers }: { params?: Notice['params']; tone?: Notice['tone']; headers?: Headers } = {},
): Promise<Response> {
  const all = new Headers(headers);
  all.append('Set-Cookie', await cookie.serialize({ messageKey, params, tone } satisfies Notice));
  return redirect(url, { status: 303, headers: all });
}

/** The notice to show now and the header that forgets it, or null. */
export async function takeNotice(request: Request): Promise<{ notice: Notice; forget: string } | null> {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'));
  if (!isNotice(value)) return null;
  return { notice: value, forget: await cookie.serialize('', { maxAge: 0 }) };
}

function isNotice(value: unknown): value is Notice {
  return typeof value === 'object' && value !== null && typeof (value as Notice).messageKey === 'string';
}
