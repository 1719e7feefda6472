import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';

export interface CardProps {
  title?: ReactNode;
  /** A line under the title. */
  sub?: ReactNode;
  /** Links or badges at the right of the title. */
  actions?: ReactNode;
  /** Level of the title in the page's outline. */
  level?: 2 | 3;
  /** Stays in view beside a long column on wide screens. */
  sticky?: boolean;
  tone?: 'card' | 'sand' | 'green';
  id?: string;
  children: ReactNode;
}

const TONE = {
  card: 'border-line bg-card shadow-card',
  sand: 'border-transparent bg-sand',
  green: 'border-transparent bg-green-tint',
} as const;

export function Card({ title, sub, actions, level = 2, sticky = false, tone = 'card', id, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      id={id}
      className={classNames('rounded-card border p-4 sm:p-5', TONE[tone], sticky && 'lg:sticky lg:top-4')}
    >
      {title || actions ? (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          {title ? (
            <Heading
              className={classNames(
                'min-w-0 leading-tight',
                level === 2 ? 'font-display text-[1.375rem] font-semibold' : 'font-semibold',
              )}
            >
              {title}
            </Heading>
          ) : null}
          {actions ? <div className="flex flex-wrap gap-3 text-sm">{actions}</div> : null}
        </div>
      ) : null}
      {sub ? <p className="-mt-2 mb-3 text-sm text-soft">{sub}</p> : null}
      {children}
    </section>
  );
}
