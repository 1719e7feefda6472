import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';
import { Icon, type IconName } from '#app/ui/display/icon';

export type NoticeTone = 'info' | 'success' | 'warn' | 'error';

const TONE: Record<NoticeTone, string> = {
  info: 'border-edge bg-sand',
  success: 'border-green bg-green-tint',
  warn: 'border-ochre bg-ochre-tint',
  error: 'border-red bg-red-tint',
};
const MARK: Record<NoticeTone, string> = {
  info: 'text-soft',
  success: 'text-green',
  warn: 'text-ochre-deep',
  error: 'text-red',
};
const ICON: Record<NoticeTone, IconName> = { info: 'info', success: 'check', warn: 'warning', error: 'warning' };

export interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** A link or button that helps. */
  action?: ReactNode;
  /** Spoken as soon as the page shows it: for the result of what was just done. */
  announce?: boolean;
}

export function Notice({ tone = 'info', title, children, action, announce = false }: NoticeProps) {
  const role = announce ? (tone === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div role={role} className={classNames('flex gap-3 rounded-card border-l-4 px-4 py-3', TONE[tone])}>
      <Icon name={ICON[tone]} className={classNames('mt-0.5', MARK[tone])} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {action ? <div className="mt-2">{action}</div> : null}
      </div>
    </div>
  );
}
