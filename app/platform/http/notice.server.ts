import { createCookie, redirect } from '@remix-run/node';
import { z } from 'zod';
import type { Locale } from '../i18n/locales';
import { readerLocale } from '../i18n/reader-locale.server';
import { translations, translator } from '../i18n/translator.server';

/** Names of our own params; the others tell the library how to translate. */
const PARAM = /^(?!defaultValue|lng|ns|return|interpolation|context|join|post|skip|nest|key|ordinal|replace)[a-z]\w*$/;

const noticeSchema = z.object({
  messageKey: z.string().regex(/^[a-z]+:[\w.]+$/),
  params: z
    .record(z.string().regex(PARAM), z.union([z.string().max(200), z.number()]))
    .refine(({ count }) => count === undefined || typeof count === 'number')
    .optional(),
  tone: z.enum(['success', 'info', 'warn']),
});
type Notice = z.infer<typeof noticeSchema>;

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

type Taken = { notice: { text: string; tone: Notice['tone'] } | null; forget: string };

/**
 * The notice to show now, in the reader's language, and the header that forgets it; null without one. What
 * nobody here could have written is forgotten.
 */
export async function takeNotice(request: Request): Promise<Taken | null> {
  const value: unknown = await cookie.parse(request.headers.get('Cookie'));
  if (value === null || value === '') return null;
  const forget = await cookie.serialize('', { maxAge: 0 });
  const parsed = noticeSchema.safeParse(value);
  const text = parsed.success ? textOf(parsed.data, await readerLocale(request)) : null;
  return { notice: parsed.success && text !== null ? { text, tone: parsed.data.tone } : null, forget };
}

/**
 * Any browser can write the cookie: a key that there is not, or words without what they name, is no notice.
 */
function textOf({ messageKey, params }: Notice, locale: Locale): string | null {
  try {
    if (!translations().exists(messageKey, { lng: locale })) return null;
    const text: unknown = translator(locale)(messageKey, params ?? {});
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}
