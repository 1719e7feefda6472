import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';

export interface TimelineItem {
  title: ReactNode;
  /** As the reader writes it. */
  time?: string;
  /** ISO, for machines. */
  dateTime?: string;
  body?: ReactNode;
  state?: 'done' | 'next' | 'problem';
}

const DOT = { done: 'border-green bg-green', next: 'border-edge bg-card', problem: 'border-red bg-red' } as const;

export function Timeline({ label, items }: { label?: string; items: TimelineItem[] }) {
  return (
    <ol aria-label={label}>
      {items.map((item, index) => (
        <li key={index} className="relative pb-5 pl-7 last:pb-0">
          {index < items.length - 1 ? (
            <span aria-hidden="true" className="absolute top-3 -bottom-1 left-[7px] w-px bg-line" />
          ) : null}
          <span
            aria-hidden="true"
            className={classNames('absolute top-1.5 left-0.5 size-3 rounded-full border-2', DOT[item.state ?? 'done'])}
          />
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className={classNames('min-w-0', item.state === 'next' ? 'text-soft' : 'font-semibold')}>
              {item.title}
            </span>
            {item.time ? (
              <time dateTime={item.dateTime} className="text-sm text-soft">
                {item.time}
              </time>
            ) : null}
          </div>
          {item.body ? <div className="text-sm text-soft">{item.body}</div> : null}
        </li>
      ))}
    </ol>
  );
}
