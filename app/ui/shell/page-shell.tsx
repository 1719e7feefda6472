import type { ReactNode } from 'react';
import { ShellFooter, type ShellFooterProps } from '#app/ui/shell/shell-footer';
import { ShellHeader, type ShellHeaderProps } from '#app/ui/shell/shell-header';

export interface PageShellProps extends ShellHeaderProps {
  skipLabel: string;
  footer: ShellFooterProps;
  children: ReactNode;
}

/** Header, one main part and footer around every page. All words are handed in. */
export function PageShell({ skipLabel, footer, children, ...header }: PageShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink target="main" label={skipLabel} />
      <ShellHeader {...header} />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-[72rem] flex-1 px-4 py-6 outline-none sm:px-5 sm:py-8"
      >
        {children}
      </main>
      <ShellFooter {...footer} />
    </div>
  );
}

/** First stop of the keyboard: jumps over the header. */
function SkipLink({ target, label }: { target: string; label: string }) {
  return (
    <a
      href={`#${target}`}
      className="sr-only z-50 rounded-control bg-ink px-4 py-3 font-semibold text-white focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:text-white"
    >
      {label}
    </a>
  );
}
