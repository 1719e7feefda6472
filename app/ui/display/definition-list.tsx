import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';

export interface Definition {
  term: ReactNode;
  value: ReactNode;
  hint?: ReactNode;
}

export interface DefinitionListProps {
  items: Definition[];
  /** `rows`: term and value on a line. `grid`: value under its term, in columns. */
  layout?: 'rows' | 'grid';
}

export function DefinitionList({ items, layout = 'rows' }: DefinitionListProps) {
  // A term takes a third of its line, and what its longest word needs: a word is never cut for the sake of
  // the value beside it.
  const rows = layout === 'rows';
  return (
    <dl
      className={
        rows
          ? 'divide-y divide-line'
          : 'grid grid-cols-[minmax(0,1fr)] gap-x-6 gap-y-4 min-[24rem]:grid-cols-2 lg:grid-cols-3'
      }
    >
      {items.map((item, index) => (
        <div key={index} className={rows ? 'flex gap-x-4 py-2.5' : undefined}>
          <dt
            className={classNames('text-sm text-soft sm:text-[0.9375rem]', rows && 'min-w-min shrink-0 grow basis-1/3')}
          >
            {item.term}
          </dt>
          <dd className={classNames('min-w-0', rows && 'text-right')}>
            {item.value}
            {item.hint ? <span className="block text-sm text-soft">{item.hint}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
