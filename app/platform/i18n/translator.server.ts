import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import i18next, { type i18n as I18n, type TFunction } from 'i18next';
import { icuFormat } from './icu-format.server';
import { LOCALES, type Locale } from './locales';

let shared: I18n | undefined;

/**
 * Every room keeps its words in app/<room>/locales/<language>.json; the room's name is the namespace. Read from disk once per process:
 * pages are drawn on the server only, so no text is ever bundled for a browser.
 */
export function translations(root: string = process.cwd()): I18n {
  if (shared) return shared;
  const app = path.join(root, 'app');
  const rooms = readdirSync(app, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const resources: Record<string, Record<string, object>> = {};
  const namespaces = new Set<string>();
  for (const locale of LOCALES) {
    for (const room of rooms) {
      const words = readWords(path.join(app, room, 'locales', `${locale}.json`));
      if (!words) continue;
      (resources[locale] ??= {})[room] = words;
      namespaces.add(room);
    }
  }
  const instance = i18next.createInstance();
  void instance.use(icuFormat).init({
    resources,
    ns: [...namespaces],
    defaultNS: 'platform',
    fallbackLng: 'en',
    supportedLngs: [...LOCALES],
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  shared = instance;
  return instance;
}

/** For texts that leave the product: mails, documents. Pages use `useTranslation`. */
export function translator(locale: Locale): TFunction {
  return translations().getFixedT(locale);
}

function readWords(file: string): object | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as object;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
