import type { Module } from 'i18next';
import { IntlMessageFormat } from 'intl-messageformat';

type IcuFormat = Module & {
  type: 'i18nFormat';
  init(): void;
  parse(message: string, values: Record<string, unknown>, language: string): string;
  addLookupKeys(keys: string[]): string[];
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
    if (!format) parsed.set(key, (format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true })));
    return String(format.format(values as Record<string, string>));
  },
  addLookupKeys: (keys) => keys,
};
