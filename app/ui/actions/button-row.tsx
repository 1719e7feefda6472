import type { ReactNode } from 'react';

/** Buttons side by side. On a phone each takes the full width. */
export function ButtonRow({ children }: { children: ReactNode }) {
  return (
    <div className="flex w-full flex-col gap-3 sm:w-auto sm:flex-row sm:flex-wrap sm:items-center">{children}</div>
  );
}
