import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from './locales';

type Words = { [key: string]: string | Words };

function flatten(words: Words, prefix: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const app = path.resolve('app');

function wordsOf(locale: Locale): Map<string, string> {
  const rooms = readdirSync(app).filter(
    (room) => !room.includes('.') && readdirSync(path.join(app, room)).includes('locales'),
  );
  return new Map(
    rooms.flatMap((room) => {
      const text = readFileSync(path.join(app, room, 'locales', `${locale}.json`), 'utf8');
      return flatten(JSON.parse(text) as Words, `${room}:`);
    }),
  );
}

type Other = Exclude<Locale, 'en'>;

/** What a thing is called in English, and the one word for it in each other language: two words would be taken for two things. */
const THINGS: { name: string; english: RegExp; word: Record<Other, RegExp> }[] = [
  {
    name: 'band',
    english: /\bbands?\b/i,
    word: { fr: /fourchette/i, pt: /faixa/i, es: /franja/i, sw: /mipaka/i },
  },
  { name: 'grade', english: /\bgrades?\b/i, word: { fr: /teneur/i, pt: /\bteor/i, es: /\bley\b/i, sw: /daraja/i } },
  {
    name: 'purity',
    english: /\bpurity\b|\bfineness\b|\} fine$/i,
    word: { fr: /pureté/i, pt: /pureza/i, es: /pureza/i, sw: /usafi/i },
  },
  { name: 'floor', english: /\bfloor\b/i, word: { fr: /plancher/i, pt: /mínimo/i, es: /mínimo/i, sw: /ya chini/i } },
  { name: 'ceiling', english: /\bceiling\b/i, word: { fr: /plafond/i, pt: /máximo/i, es: /máximo/i, sw: /ya juu/i } },
  { name: 'fair', english: /\bfair price/i, word: { fr: /juste/i, pt: /justo/i, es: /justo/i, sw: /\b[yz]a haki/i } },
  {
    name: 'verdict',
    english: /\bverdict\b/i,
    word: { fr: /verdict/i, pt: /parecer/i, es: /veredicto/i, sw: /uamuzi/i },
  },
  {
    name: 'lot',
    english: /(?<!\ba )\blots?\b/i,
    word: { fr: /\blots?\b/i, pt: /\blotes?\b/i, es: /\blotes?\b/i, sw: /shehena/i },
  },
  {
    name: 'concentrate',
    english: /\bconcentrates?\b/i,
    word: { fr: /concentré/i, pt: /concentrado/i, es: /concentrado/i, sw: /makinikia/i },
  },
  {
    name: 'exchange rate',
    english: /\bexchange rates?\b/i,
    word: { fr: /taux/i, pt: /taxa|câmbio/i, es: /tipos? de cambio|tasa/i, sw: /iwango (cha|vya) ubadilishaji/i },
  },
];

const english = wordsOf('en');
const others = LOCALES.filter((locale): locale is Other => locale !== 'en');

describe.each(others)('one word for one thing in %s', (locale) => {
  const words = wordsOf(locale);

  it.each(THINGS)('$name', ({ english: said, word }) => {
    const about = [...english].filter(([, text]) => said.test(text.replace(/\{\w+\}/g, '{}'))).map(([key]) => key);
    expect(about.length).toBeGreaterThan(0);
    expect(
      about.filter((key) => !word[locale].test(words.get(key) ?? '')).map((key) => `${key}: ${words.get(key)}`),
    ).toEqual([]);
  });

  it('a second word that was once in use is nowhere', () => {
    const second = /mkusanyiko|\bwigo\b|\brango\b|tangsteni/i;
    expect([...words].filter(([, text]) => second.test(text))).toEqual([]);
  });

  it.each(['low', 'high'])('the verdict %s is the same word on a lot and on a certificate', (state) => {
    const certificate = words.get(`pricing:certificate.verdict.${state}`) ?? '';
    expect(certificate.split(',')[0]).toBe(words.get(`catalogue:verdict.${state}`));
  });
});
