import type { ReactNode } from 'react';
import { SkipLink } from '#app/ui/layout/skip-link';
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
