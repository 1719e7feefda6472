import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';

export interface MenuProps {
  /** What the closed menu shows. */
  summary: ReactNode;
  /** Name for screen readers where the summary is an icon. */
  label?: string;
  /** `full` covers the width under the header, as on phones. */
  width?: 'fit' | 'full';
  className?: string;
  children: ReactNode;
}

/**
 * A menu that opens without scripts. All menus of a page share one name, so that opening one closes the
 * others.
 */
export function Menu({ summary, label, width = 'fit', className, children }: MenuProps) {
  return (
    <details name="menu" className={classNames(width === 'fit' && 'relative', className)}>
      <summary
        aria-label={label}
        className="flex min-h-11 max-w-full items-center gap-1.5 rounded-full border border-line bg-card px-3 text-sm text-soft hover:border-edge"
      >
        {summary}
      </summary>
      <div
        className={classNames(
          'absolute z-40 border border-line bg-card py-2 shadow-menu',
          width === 'full'
            ? 'inset-x-0 top-full border-x-0'
            : 'right-0 mt-1.5 w-64 max-w-[calc(100vw-2rem)] rounded-card',
        )}
      >
        {children}
      </div>
    </details>
  );
}
