import type { ReactNode } from 'react';
import { classNames } from '#app/ui/class-names';
import { Icon, type IconName } from '#app/ui/display/icon';

export type ButtonKind = 'primary' | 'quiet' | 'danger' | 'plain';

interface Look {
  kind?: ButtonKind;
  /** Fills the width of its parent, as in a card or on a phone. */
  block?: boolean;
  icon?: IconName;
  children: ReactNode;
}

const KIND: Record<ButtonKind, string> = {
  primary: 'bg-oxide text-white hover:bg-oxide-deep hover:text-white',
  quiet: 'border-[1.5px] border-oxide text-oxide hover:bg-oxide-tint hover:text-oxide-deep',
  danger: 'border-[1.5px] border-red text-red hover:bg-red hover:text-white',
  plain: 'text-oxide underline underline-offset-4 hover:bg-oxide-tint',
};

function look(kind: ButtonKind, block: boolean): string {
  return classNames(
    'inline-flex min-h-11 max-w-full items-center justify-center gap-2 rounded-control px-4 py-2 text-center font-semibold leading-tight disabled:opacity-60',
    kind !== 'plain' && 'no-underline',
    KIND[kind],
    block && 'w-full',
  );
}

export interface ButtonProps extends Look {
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  disabled?: boolean;
  /** Sends the form to another address than the form's own. */
  formAction?: string;
  /** Links the button to a form elsewhere on the page. */
  form?: string;
  'aria-label'?: string;
  'aria-describedby'?: string;
}

/** Submits its form unless told otherwise. At least 44 px high. */
export function Button({ kind = 'primary', block = false, icon, children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button type={type} className={look(kind, block)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      <span className="min-w-0">{children}</span>
    </button>
  );
}

export interface LinkButtonProps extends Look {
  href: string;
  download?: boolean;
  'aria-label'?: string;
}

export function LinkButton({ kind = 'primary', block = false, icon, children, ...rest }: LinkButtonProps) {
  return (
    <a className={look(kind, block)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      <span className="min-w-0">{children}</span>
    </a>
  );
}
