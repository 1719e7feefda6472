import type { ReactNode } from 'react';
import { Icon, type IconName } from '#app/ui/display/icon';

export interface EmptyStateProps {
  title: string;
  /** What would stand here, and how it comes. */
  children?: ReactNode;
  action?: ReactNode;
  icon?: IconName;
}

export function EmptyState({ title, children, action, icon = 'box' }: EmptyStateProps) {
  return (
    <div className="rounded-card border border-dashed border-edge px-5 py-10 text-center">
      <Icon name={icon} size={32} className="text-edge" />
      <p className="mt-2 font-display text-xl font-semibold">{title}</p>
      {children ? <div className="mx-auto mt-1 max-w-md text-soft">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
