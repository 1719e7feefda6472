/** The five languages, each under its own name. */
export const LOCALES = ['en', 'fr', 'pt', 'es', 'sw'] as const;
export type Locale = (typeof LOCALES)[number];

export const LOCALE_NAMES: Record<Locale, string> = {
  en: 'English',
  fr: 'Français',
  pt: 'Português',
  es: 'Español',
  sw: 'Kiswahili',
};

/** The region whose customs `Intl` follows where a language alone says too little. Mozambique and Angola write numbers as Portugal does. */
export const INTL_LOCALE: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR', pt: 'pt-PT', es: 'es-419', sw: 'sw-TZ' };

export function isLocale(value: unknown): value is Locale {
  return typeof value === 'string' && (LOCALES as readonly string[]).includes(value);
}
