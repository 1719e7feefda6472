import { Icon } from '#app/ui/display/icon';

export interface PreferencesProps {
  /** POST address that stores the choices. Fields `locale` or `lite` ("on", "off") and `returnTo`. */
  action: string;
  returnTo: string;
  languageLabel: string;
  languages: { code: string; label: string; current?: boolean }[];
  lite: { on: boolean; label: string; hint: string };
}

const ROW = 'flex min-h-11 w-full items-center gap-3 px-4 text-left text-base text-ink hover:bg-sand';

/** Language and data saver: each choice is a button of one plain form. */
export function Preferences({ action, returnTo, languageLabel, languages, lite }: PreferencesProps) {
  return (
    <form method="post" action={action} className="no-print">
      <input type="hidden" name="returnTo" value={returnTo} />
      <p className="px-4 py-1 text-[0.8125rem] font-semibold text-soft">{languageLabel}</p>
      {languages.map((language) => (
        <button
          key={language.code}
          type="submit"
          name="locale"
          value={language.code}
          lang={language.code}
          aria-current={language.current ? 'true' : undefined}
          className={ROW}
        >
          <span className="w-5">{language.current ? <Icon name="check" className="text-green" /> : null}</span>
          <span className={language.current ? 'font-semibold' : undefined}>{language.label}</span>
        </button>
      ))}
      <div className="mt-2 border-t border-line pt-2">
        <button type="submit" name="lite" value={lite.on ? 'off' : 'on'} aria-pressed={lite.on} className={ROW}>
          <span className="w-5">{lite.on ? <Icon name="check" className="text-green" /> : null}</span>
          <span className="min-w-0 py-1.5 leading-snug">
            {lite.label}
            <span className="block text-[0.8125rem] text-soft">{lite.hint}</span>
          </span>
        </button>
      </div>
    </form>
  );
}
