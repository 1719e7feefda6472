import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';
import { Icon, type IconName } from '#app/ui/display/icon';
import type { Tone } from '#app/ui/tones';

const TONE: Record<Tone, string> = {
  good: 'bg-green-tint text-green-deep',
  warn: 'bg-ochre-tint text-ochre-deep',
  bad: 'bg-red-tint text-red',
  plain: 'bg-sand text-soft',
  info: 'bg-oxide-tint text-oxide',
};

const ICON: Record<Tone, IconName | null> = { good: 'check', warn: 'warning', bad: 'cross', plain: null, info: null };

export interface BadgeProps {
  tone?: Tone;
  /** Another icon than the tone's own. `null` for none. */
  icon?: IconName | null;
  children: ReactNode;
}

export function Badge({ tone = 'plain', icon = ICON[tone], children }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex max-w-full items-center gap-1.5 rounded-md px-2 py-0.5 text-[0.8125rem] leading-snug font-semibold',
        TONE[tone],
      )}
    >
      {icon ? <Icon name={icon} size={14} /> : null}
      <span className="min-w-0">{children}</span>
    </span>
  );
}
