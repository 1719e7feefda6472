import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';
import { Icon, type IconName } from '#app/ui/display/icon';

export type CheckState = 'done' | 'current' | 'todo' | 'problem';

export interface Check {
  label: string;
  state: CheckState;
  /** The state in words, read aloud: "done", "not yet". */
  stateLabel: string;
  detail?: ReactNode;
}

const EDGE: Record<CheckState, string> = {
  done: 'border-green text-ink',
  current: 'border-ochre text-ink',
  todo: 'border-sand-deep text-soft',
  problem: 'border-red text-ink',
};
const ICON: Record<CheckState, IconName> = { done: 'check', current: 'clock', todo: 'circle', problem: 'cross' };
const MARK: Record<CheckState, string> = {
  done: 'text-green',
  current: 'text-ochre-deep',
  todo: 'text-edge',
  problem: 'text-red',
};

/**
 * Columns in a wide place: one row up to six. None is narrower than "yamethibitishwa" or "contrôlées" beside
 * its mark.
 */
const WIDE: Record<number, string> = { 2: '', 3: '', 4: '@3xl:grid-cols-4', 5: '@4xl:grid-cols-5' };

/** A row of checks, done and to come. As many to a row as the place allows. */
export function Rail({ label, checks }: { label: string; checks: Check[] }) {
  return (
    <div className="@container">
      <ol
        aria-label={label}
        className={classNames(
          'grid grid-cols-1 gap-x-2 gap-y-3 @xs:grid-cols-2 @lg:grid-cols-3',
          WIDE[checks.length] ?? '@5xl:grid-cols-6',
        )}
      >
        {checks.map((check) => (
          <li
            key={check.label}
            className={classNames('min-w-0 border-t-[3px] pt-2 text-sm leading-snug', EDGE[check.state])}
          >
            <span className="flex items-start gap-1.5">
              <Icon name={ICON[check.state]} size={16} className={classNames('mt-0.5', MARK[check.state])} />
              <span className="min-w-0 font-semibold">
                {check.label}
                <span className="sr-only">: {check.stateLabel}</span>
              </span>
            </span>
            {check.detail ? <span className="block pt-0.5 text-[0.8125rem] text-soft">{check.detail}</span> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}
