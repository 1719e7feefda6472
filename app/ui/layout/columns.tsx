import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';

export interface ColumnsProps {
  main: ReactNode;
  aside: ReactNode;
  /** On a phone the aside comes before the main part (a price before its story). */
  asideFirst?: boolean;
  /** A narrow aside is for filters at the left. The usual one is at the right. */
  side?: 'right' | 'left-narrow';
}

export function Columns({ main, aside, asideFirst = false, side = 'right' }: ColumnsProps) {
  const left = side === 'left-narrow';
  return (
    <div
      className={classNames(
        'grid grid-cols-[minmax(0,1fr)] gap-5 lg:gap-6',
        left ? 'lg:grid-cols-[15rem_minmax(0,1fr)]' : 'lg:grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)]',
      )}
    >
      <div className={classNames('min-w-0 space-y-5', asideFirst && 'order-2', left ? 'lg:order-2' : 'lg:order-1')}>
        {main}
      </div>
      <div className={classNames('min-w-0 space-y-5', asideFirst && 'order-1', left ? 'lg:order-1' : 'lg:order-2')}>
        {aside}
      </div>
    </div>
  );
}

/** Equal cells: one column on a phone, then two, then up to `most`. */
export function CellGrid({ most = 3, children }: { most?: 2 | 3 | 4; children: ReactNode }) {
  const wide = { 2: '', 3: 'lg:grid-cols-3', 4: 'lg:grid-cols-4' }[most];
  return <div className={classNames('grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-2', wide)}>{children}</div>;
}

/** Parts under each other with even air. */
export function Stack({ gap = 'normal', children }: { gap?: 'tight' | 'normal' | 'wide'; children: ReactNode }) {
  return <div className={{ tight: 'space-y-2', normal: 'space-y-5', wide: 'space-y-10' }[gap]}>{children}</div>;
}
