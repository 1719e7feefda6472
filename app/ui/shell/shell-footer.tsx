import type { ReactNode } from 'react';
import { Logo } from '#app/ui/display/logo';
import type { ShellLink } from '#app/ui/shell/shell-link';

export interface ShellFooterProps {
  label: string;
  columns: { title: string; links: ShellLink[] }[];
  /** What the reader should know about the numbers, and who made this. */
  note: ReactNode;
  brand: string;
}

export function ShellFooter({ label, columns, note, brand }: ShellFooterProps) {
  return (
    <footer data-shell="" className="mt-10 border-t border-line bg-sand text-sm">
      <div className="mx-auto grid max-w-[72rem] grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-6 px-4 py-8 sm:px-5 md:grid-cols-[minmax(0,1.4fr)_minmax(0,2fr)]">
        <div className="max-w-sm text-soft">
          <p className="flex items-center gap-2 pb-2 font-display text-lg font-semibold text-ink">
            <Logo size={22} />
            {brand}
          </p>
          {note}
        </div>
        <nav aria-label={label} className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3">
          {columns.map((column) => (
            <div key={column.title} className="min-w-0">
              <p className="pb-1 font-semibold">{column.title}</p>
              <ul>
                {column.links.map((link) => (
                  <li key={link.href}>
                    <a
                      href={link.href}
                      className="inline-flex min-h-9 items-center py-1 text-soft no-underline hover:text-oxide hover:underline"
                    >
                      {link.label}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      </div>
    </footer>
  );
}
