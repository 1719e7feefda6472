import type { Module } from 'i18next';
import { IntlMessageFormat, type Formatters } from 'intl-messageformat';
import { memoize } from '../memoize';
import { INTL_LOCALE, isLocale } from './locales';

type IcuFormat = Module & {
  type: 'i18nFormat';
  init(): void;
  parse(message: string, values: Record<string, unknown>, language: string): string;
  addLookupKeys(keys: string[]): string[];
};

// A figure inside a message is written as every other figure of the page: thousands apart, by the customs of the region.
const formatters: Formatters = {
  getNumberFormat: memoize((locales, options) => new Intl.NumberFormat(locales, { useGrouping: true, ...options })),
  getDateTimeFormat: memoize((...of) => new Intl.DateTimeFormat(...of)),
  getPluralRules: memoize((...of) => new Intl.PluralRules(...of)),
};

const parsed = new Map<string, IntlMessageFormat>();

/** ICU messages (plurals, selects) for i18next, each parsed once. A message that lacks a value is a bug and throws, rather than show a brace. */
export const icuFormat: IcuFormat = {
  type: 'i18nFormat',
  init: () => undefined,
  parse(message, values, language) {
    if (!message.includes('{') && !message.includes("'")) return message;
    const key = `${language}\u0000${message}`;
    let format = parsed.get(key);
    if (!format) {
      const locale = isLocale(language) ? INTL_LOCALE[language] : language;
      format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true, formatters });
      parsed.set(key, format);
    }
    return String(format.format(values as Record<string, string>));
  },
  addLookupKeys: (keys) => keys,
};
