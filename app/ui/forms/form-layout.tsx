import type { ReactNode } from 'react';

/** Fields under each other at a width that is easy to read. */
export function FormLayout({ children }: { children: ReactNode }) {
  return <div className="max-w-xl space-y-5">{children}</div>;
}

/** Short fields side by side from 640 px. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 sm:grid-cols-2">{children}</div>;
}
