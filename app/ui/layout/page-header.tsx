import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '#app/ui/layout/breadcrumbs';

export interface PageHeaderProps {
  title: ReactNode;
  sub?: ReactNode;
  /** Small words above the title. */
  kicker?: ReactNode;
  /** Badges under the title. */
  badges?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: { label: string; items: Crumb[] };
}

/** The page's one h1, with what stands around it. */
export function PageHeader({ title, sub, kicker, badges, actions, breadcrumbs }: PageHeaderProps) {
  return (
    <div className="mb-6">
      {breadcrumbs ? <Breadcrumbs {...breadcrumbs} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="min-w-0 max-w-3xl">
          {kicker ? <p className="text-sm font-semibold text-oxide">{kicker}</p> : null}
          <h1 className="font-display text-[1.75rem] leading-[1.15] font-semibold tracking-[-0.01em] sm:text-[2.25rem]">
            {title}
          </h1>
          {sub ? <p className="mt-1.5 text-soft">{sub}</p> : null}
        </div>
        {actions ? <div className="no-print flex w-full flex-wrap gap-3 sm:w-auto">{actions}</div> : null}
      </div>
      {badges ? <div className="mt-3 flex flex-wrap gap-2">{badges}</div> : null}
    </div>
  );
}
