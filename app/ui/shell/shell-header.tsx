import type { ReactNode } from 'react';
import { Icon } from '#app/ui/display/icon';
import { Logo } from '#app/ui/display/logo';
import { Menu } from '#app/ui/shell/menu';
import { Preferences, type PreferencesProps } from '#app/ui/shell/preferences';
import { NavLink, type ShellLink } from '#app/ui/shell/shell-link';

export interface ShellAccount {
  name: string;
  /** Organisation and role, under the name. */
  detail?: string;
  links: ShellLink[];
  signOut: { action: string; label: string };
}

export interface ShellHeaderProps {
  /** A line above all: what kind of place this is (a demo, a test). */
  banner?: ReactNode;
  brand: { name: string; href: string };
  words: { navigation: string; menu: string; preferences: string; account: string };
  nav: ShellLink[];
  preferences: PreferencesProps;
  /** Either who is signed in, or the way in. */
  account?: ShellAccount | null;
  signIn?: ShellLink;
  signUp?: ShellLink;
}

function SignOut({ action, label }: ShellAccount['signOut']) {
  return (
    <form method="post" action={action} className="mt-2 border-t border-line pt-2">
      <button
        type="submit"
        className="flex min-h-11 w-full items-center px-4 text-left text-oxide underline underline-offset-4 hover:bg-sand"
      >
        {label}
      </button>
    </form>
  );
}

function AccountMenu({ account, label }: { account: ShellAccount; label: string }) {
  return (
    <Menu
      label={`${label}: ${account.name}`}
      className="hidden lg:block"
      summary={
        <>
          <Icon name="person" size={16} />
          <span className="max-w-24 truncate text-ink xl:max-w-40">{account.name}</span>
          <Icon name="down" size={14} className="turns" />
        </>
      }
    >
      <AccountLines account={account} />
    </Menu>
  );
}

function AccountLines({ account }: { account: ShellAccount }) {
  return (
    <>
      <p className="px-4 pt-1 pb-2 leading-snug">
        <span className="block font-semibold">{account.name}</span>
        {account.detail ? <span className="block text-sm text-soft">{account.detail}</span> : null}
      </p>
      <ul>
        {account.links.map((link) => (
          <li key={link.href}>
            <NavLink link={link} inMenu />
          </li>
        ))}
      </ul>
      <SignOut {...account.signOut} />
    </>
  );
}

/**
 * Phones: brand and one menu that holds everything. Wide screens: the links in a row, then language and
 * account.
 */
export function ShellHeader({ banner, brand, words, nav, preferences, account, signIn, signUp }: ShellHeaderProps) {
  const language = preferences.languages.find((one) => one.current)?.label;
  const entries = [signIn, signUp].filter((link) => link !== undefined);
  return (
    <header data-shell="" className="relative border-b border-line bg-card">
      {banner ? (
        <div className="bg-ink text-sm text-white [&_a]:text-white">
          <div className="mx-auto max-w-[72rem] px-4 py-2 sm:px-5">{banner}</div>
        </div>
      ) : null}
      <div className="mx-auto flex min-h-[3.875rem] max-w-[72rem] items-center gap-x-2 px-4 lg:gap-x-6 sm:px-5">
        <a
          href={brand.href}
          className="flex min-h-11 items-center gap-2 font-display text-[1.3125rem] font-semibold text-ink no-underline"
        >
          <Logo />
          {brand.name}
        </a>
        <nav aria-label={words.navigation} className="hidden min-w-0 flex-1 self-stretch lg:block">
          <ul className="flex h-full flex-wrap items-stretch gap-x-5 text-[0.9375rem] [&>li>a]:h-full">
            {nav.map((link) => (
              <li key={link.href}>
                <NavLink link={link} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto hidden shrink-0 items-center gap-3 lg:flex">
          <Menu
            label={`${words.preferences}: ${language ?? ''}`}
            summary={
              <>
                <Icon name="globe" size={16} />
                <span className="hidden xl:inline">{language}</span>
                <Icon name="down" size={14} className="turns" />
              </>
            }
          >
            <Preferences {...preferences} />
          </Menu>
          {account ? <AccountMenu account={account} label={words.account} /> : null}
          {account
            ? null
            : entries.map((link) => (
                <a key={link.href} href={link.href} className="inline-flex min-h-11 items-center px-1 text-[0.9375rem]">
                  {link.label}
                </a>
              ))}
        </div>
        <div className="ml-auto flex min-w-0 items-center gap-2 sm:gap-2.5 lg:hidden">
          {account || !signIn ? null : (
            <a
              href={signIn.href}
              className="inline-flex min-h-11 min-w-0 items-center text-right text-[0.8125rem] leading-tight sm:text-sm"
            >
              {signIn.label}
            </a>
          )}
          <Menu
            width="full"
            summary={
              <>
                <Icon name="menu" />
                <span className="font-semibold text-ink">{words.menu}</span>
              </>
            }
          >
            <nav aria-label={words.menu}>
              <ul>
                {[...nav, ...(account ? [] : entries)].map((link) => (
                  <li key={link.href}>
                    <NavLink link={link} inMenu />
                  </li>
                ))}
              </ul>
            </nav>
            {account ? (
              <div className="mt-2 border-t border-line pt-2">
                <AccountLines account={account} />
              </div>
            ) : null}
            <div className="mt-2 border-t border-line pt-2">
              <Preferences {...preferences} />
            </div>
          </Menu>
        </div>
      </div>
    </header>
  );
}
