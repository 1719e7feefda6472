import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLE_LABEL } from '#app/identity/roles';
import { LOCALE_NAMES, LOCALES } from '#app/platform/i18n/locales';
import { useFormat } from '#app/platform/i18n/use-format';
import { PageShell } from '#app/ui/shell/page-shell';
import type { Frame } from './frame.server';
import { currentEntry, navigationFor } from './navigation';

/** The design system's page shell, filled with the words and links for this reader. */
export function SiteShell({ frame, children }: { frame: Frame; children: ReactNode }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const actor = frame.person?.actor ?? null;
  const entries = navigationFor(actor);
  const current = currentEntry(entries, frame.pathname);
  const accountLinks = [
    { href: '/account', label: t('platform:nav.account') },
    ...(actor ? [{ href: '/account/members', label: t('platform:nav.people') }] : []),
    { href: '/account/sessions', label: t('platform:nav.sessions') },
  ];
  return (
    <PageShell
      skipLabel={t('platform:shell.skip')}
      banner={
        frame.demoDate || frame.testPayments ? (
          <>
            {frame.demoDate ? t('platform:shell.demo', { date: format.date(frame.demoDate) }) : null}{' '}
            {frame.testPayments ? t('platform:shell.testPayments') : null}
          </>
        ) : null
      }
      brand={{ name: 'Fairlode', href: '/' }}
      words={{
        navigation: t('platform:shell.navigation'),
        menu: t('platform:shell.menu'),
        preferences: t('platform:shell.preferences'),
        account: t('platform:shell.account'),
      }}
      nav={entries.map(({ href, labelKey }) => ({ href, label: t(labelKey), current: href === current }))}
      preferences={{
        action: '/preferences',
        returnTo: frame.returnTo,
        languageLabel: t('platform:shell.language'),
        languages: LOCALES.map((code) => ({ code, label: LOCALE_NAMES[code], current: code === i18n.language })),
        lite: { on: frame.lite, label: t('platform:shell.lite'), hint: t('platform:shell.liteHint') },
      }}
      account={
        frame.person
          ? {
              name: frame.person.name,
              ...(actor ? { detail: `${actor.organisationName} · ${t(ROLE_LABEL[actor.role])}` } : {}),
              links: accountLinks,
              signOut: { action: '/sign-out', label: t('platform:nav.signOut') },
            }
          : null
      }
      signIn={{ href: '/sign-in', label: t('platform:nav.signIn') }}
      signUp={{ href: '/sign-up', label: t('platform:nav.signUp') }}
      footer={{
        label: t('platform:shell.footer'),
        brand: 'Fairlode',
        note: <p>{t('platform:shell.note')}</p>,
        columns: [
          {
            title: t('platform:shell.market'),
            links: [
              { href: '/lots', label: t('platform:nav.lots') },
              { href: '/cooperatives', label: t('platform:nav.cooperatives') },
            ],
          },
          {
            title: t('platform:shell.fairPrices'),
            links: [
              { href: '/prices', label: t('platform:nav.prices') },
              { href: '/calculator', label: t('platform:nav.calculator') },
              { href: '/methods', label: t('platform:nav.methods') },
              { href: '/verify', label: t('platform:nav.verify') },
              { href: '/api', label: t('platform:nav.openData') },
            ],
          },
        ],
      }}
    >
      {children}
    </PageShell>
  );
}
