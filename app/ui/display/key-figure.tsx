import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';

export interface KeyFigureProps {
  label: string;
  /** The number as the reader writes it, with its unit. */
  value: string;
  /** One line that places it: change, coverage, what is behind it. */
  note?: ReactNode;
  noteTone?: 'good' | 'warn' | 'plain';
  /** Makes the label a link to the figure's own page. */
  href?: string;
  /** A small drawing (sparkline). */
  children?: ReactNode;
}

const EDGE = { good: 'border-green', warn: 'border-ochre', plain: 'border-edge' } as const;
const NOTE = { good: 'text-green', warn: 'text-ochre-deep', plain: 'text-soft' } as const;

/** Long figures step down, so that two stand side by side on a phone. */
function sizeOf(value: string): string {
  if (value.length > 12) return 'text-xl xl:text-2xl';
  return value.length > 7 ? 'text-2xl sm:text-[2.125rem]' : 'text-[2.125rem]';
}

export function KeyFigure({ label, value, note, noteTone = 'good', href, children }: KeyFigureProps) {
  return (
    <div className={classNames('min-w-0 border-l-[3px] pl-3.5', EDGE[noteTone])}>
      <p className="text-sm text-soft">{href ? <a href={href}>{label}</a> : label}</p>
      <p className={classNames('font-display leading-tight font-semibold', sizeOf(value))}>{value}</p>
      {note ? <p className={classNames('text-sm font-semibold', NOTE[noteTone])}>{note}</p> : null}
      {children}
    </div>
  );
}

/** Two to a row on a phone, four on a wide screen. */
export function KeyFigures({ children }: { children: ReactNode }) {
  return (
    <div className="mb-7 grid grid-cols-[minmax(0,1fr)] gap-x-5 gap-y-6 min-[22rem]:grid-cols-2 lg:grid-cols-4">
      {children}
    </div>
  );
}
