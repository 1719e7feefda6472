import { formatsFor } from '#app/platform/i18n/format';
import { isLocale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import type { CheckedLot } from './lot-input';
import { lotTitle, type Translate } from './lot-title';

/**
 * The title kept with the lot, in the cooperative's language: for mails, exports and search. Pages make their
 * own for each reader.
 */
export function titleFor(terms: CheckedLot, language: string): string {
  const { product, ...facts } = terms;
  return lotTitleIn({ ...facts, mineral: product.mineral, form: product.form }, language);
}

/** What is sold, and how much of it, in a language. */
export function lotTitleIn(goods: Parameters<typeof lotTitle>[0], language: string): string {
  const locale = isLocale(language) ? language : 'en';
  const t = translator(locale);
  const translate: Translate = (key, params) => t(key, params ?? {});
  return lotTitle(goods, { t: translate, format: formatsFor(locale) });
}
