import type { ReactNode } from 'react';
import { Icon } from '#app/ui/display/icon';

export interface DisclosureProps {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
}

/** A part that opens on a click, without scripts. */
export function Disclosure({ summary, children, open = false }: DisclosureProps) {
  return (
    <details open={open} className="group">
      <summary className="inline-flex min-h-11 items-center gap-2 font-semibold text-oxide underline decoration-1 underline-offset-4 hover:text-oxide-deep">
        <Icon name="down" size={16} className="turns" />
        {summary}
      </summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  );
}
