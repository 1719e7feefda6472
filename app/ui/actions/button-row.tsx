import type { ReactNode } from 'react';

/** Buttons side by side; on a phone each takes the full width. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center">{children}</div>;
}
