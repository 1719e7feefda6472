import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS } from '../../identity/permissions';
import { LOCALES } from './locales';

const app = path.resolve('app');
const rooms = readdirSync(app).filter((name) => statSync(path.join(app, name)).isDirectory());
const roomsWithWords = rooms.filter((room) => {
  try {
    return readdirSync(path.join(app, room, 'locales')).length > 0;
  } catch {
    return false;
  }
});

type Words = { [key: string]: string | Words };

function flatten(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flatten(value, `${prefix}${key}.`),
  );
}

function wordsOf(room: string, locale: string): Map<string, string> {
  const file = path.join(app, room, 'locales', `${locale}.json`);
  return new Map(flatten(JSON.parse(readFileSync(file, 'utf8')) as Words));
}

function sources(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' || entry.name === 'locales' ? [] : sources(file);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [file] : [];
  });
}

/** Every `'room:path.to.key'` written anywhere in the code. */
const used = new Map<string, string>();
// Permissions are written the same way ('programme:read') and are no words.
const permissions = new Set<string>(PERMISSIONS);
const literal = new RegExp(`['"\`](${roomsWithWords.join('|')}):([A-Za-z0-9_.-]+)['"\`]`, 'g');
for (const file of sources(app)) {
  for (const [, room = '', key = ''] of readFileSync(file, 'utf8').matchAll(literal)) {
    if (!permissions.has(`${room}:${key}`)) used.set(`${room}:${key}`, path.relative(app, file));
  }
}

function placeholders(message: string): string[] {
  const names = new Set<string>();
  const walk = (elements: readonly unknown[]) => {
    for (const element of elements as {
      type: number;
      value?: unknown;
      options?: Record<string, { value: unknown[] }>;
    }[]) {
      if (element.type !== 0 && element.type !== 7 && typeof element.value === 'string') names.add(element.value);
      for (const option of Object.values(element.options ?? {})) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, 'en').getAst());
  return [...names].sort();
}

describe.each(roomsWithWords)('words of %s', (room) => {
  const english = wordsOf(room, 'en');

  it.each(LOCALES)('are complete in %s, with the same places for values', (locale) => {
    const words = wordsOf(room, locale);
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of words) {
      expect(text.trim(), `${room}:${key} in ${locale}`).not.toBe('');
      expect(placeholders(text), `${room}:${key} in ${locale}`).toEqual(placeholders(english.get(key) ?? ''));
    }
  });

  it('are all used', () => {
    const unused = [...english.keys()].filter((key) => !used.has(`${room}:${key}`));
    expect(unused).toEqual([]);
  });
});

it('has every key that the code asks for', () => {
  const known = new Set(
    roomsWithWords.flatMap((room) => [...wordsOf(room, 'en').keys()].map((key) => `${room}:${key}`)),
  );
  const missing = [...used].filter(([key]) => !known.has(key)).map(([key, file]) => `${key} (${file})`);
  expect(missing).toEqual([]);
});
