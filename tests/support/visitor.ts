import { createHmac } from 'node:crypto';
import type { Deps } from '#app/platform/deps';
import type { AppServer } from './app-server';

export type Answer = { status: number; headers: Headers; text: string; location: string | null };
export type FormFields = Record<string, string | Blob>;

/**
 * A browser without scripts, as far as the server can tell: cookies of one person, a language, an Origin on
 * what it posts.
 */
export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Posts fields as a form, as multipart where one of them is a file. Follows no redirect. */
  post(path: string, fields: FormFields, headers?: Record<string, string>): Promise<Answer>;
};

export function visitor(
  { url }: Pick<AppServer, 'url'>,
  { cookie = '', language = 'en' }: { cookie?: string; language?: string } = {},
): Visitor {
  const base = { 'Accept-Language': language, ...(cookie ? { Cookie: cookie } : {}) };
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(new URL(path, url), { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    return { status: response.status, headers: response.headers, text: await response.text(), location };
  };
  return {
    get: (path, headers) => send(path, { headers: { ...base, ...headers } }),
    post: (path, fields, headers) =>
      send(path, { method: 'POST', body: bodyOf(fields), headers: { ...base, Origin: url, ...headers } }),
  };
}

function bodyOf(fields: FormFields): FormData | URLSearchParams {
  const isText = (entry: [string, string | Blob]): entry is [string, string] => typeof entry[1] === 'string';
  const entries = Object.entries(fields);
  if (entries.every(isText)) return new URLSearchParams(entries);
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

/**
 * Signs a person in without the cost of a password: a session's row and the cookie that better-auth would
 * have signed for it.
 */
export async function sessionCookie(deps: Deps, { userId }: { userId: string }): Promise<string> {
  const token = deps.newId().replaceAll('-', '');
  const now = Date.now();
  await deps.db.session.create({
    data: {
      id: deps.newId(),
      userId,
      token,
      expiresAt: new Date(now + 3_600_000),
      createdAt: new Date(now),
      updatedAt: new Date(now),
    },
  });
  const signature = createHmac('sha256', deps.settings.sessionSecret).update(token).digest('base64');
  return `fairlode.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

export async function signedIn(server: AppServer, person: { userId: string; locale?: string }): Promise<Visitor> {
  return visitor(server, { cookie: await sessionCookie(server.deps, person), language: person.locale ?? 'en' });
}

export type PageForm = { action: string; method: string; fields: Record<string, string> };

/**
 * The forms of a page with the values that they would send as they stand: hidden fields, first options, what
 * is typed.
 */
export function formsOf(html: string, path: string): PageForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, attributes = '', inner = '']) => ({
    action: attribute(attributes, 'action') ?? path,
    method: (attribute(attributes, 'method') ?? 'get').toLowerCase(),
    fields: fieldsOf(inner),
  }));
}

/**
 * The form of the page that a person would send to get something done: the one with a request id and, where
 * given, this intent.
 */
export function workForm(html: string, path: string, intent?: string): PageForm {
  const form = formsOf(html, path).find(
    ({ fields }) => 'requestId' in fields && (intent === undefined || fields['intent'] === intent),
  );
  if (!form) throw new Error(`${path} has no form ${intent ?? 'with a request id'}`);
  return form;
}

function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, attributes = ''] of html.matchAll(/<input\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name');
    const type = attribute(attributes, 'type') ?? 'text';
    if (!name || type === 'file') continue;
    if ((type === 'radio' || type === 'checkbox') && !/\bchecked\b/.test(attributes)) continue;
    fields[name] = attribute(attributes, 'value') ?? '';
  }
  for (const [, attributes = '', inner = ''] of html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(attributes, 'name');
    if (name) fields[name] = decode(inner);
  }
  for (const [, attributes = '', inner = ''] of html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = attribute(attributes, 'name');
    const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option);
    const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0] ?? '';
    if (name) fields[name] = attribute(chosen, 'value') ?? '';
  }
  return fields;
}

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes);
  return found ? decode(found[1] ?? '') : null;
}

function decode(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
