import { classNames } from '#app/ui/class-names';

export interface ShellLink {
  href: string;
  label: string;
  /** The page shown, or one under it. */
  current?: boolean;
  /** What waits there. Left out or "0" shows nothing. */
  count?: string;
  /** The count in words, read aloud: "7 waiting". */
  countLabel?: string;
}

export function NavLink({ link, inMenu = false }: { link: ShellLink; inMenu?: boolean }) {
  return (
    <a
      href={link.href}
      aria-current={link.current ? 'page' : undefined}
      className={classNames(
        'flex min-h-11 items-center gap-1.5 text-ink no-underline hover:text-oxide',
        inMenu ? 'border-l-[3px] px-4 py-2' : 'border-b-[3px] pt-[3px] whitespace-nowrap',
        link.current ? 'border-oxide font-semibold' : 'border-transparent',
      )}
    >
      {link.label}
      {link.count && link.count !== '0' ? (
        <span className="rounded-md bg-ochre-tint px-1.5 text-[0.8125rem] font-semibold text-ochre-deep">
          <span aria-hidden={link.countLabel ? true : undefined}>{link.count}</span>
          {link.countLabel ? <span className="sr-only">{link.countLabel}</span> : null}
        </span>
      ) : null}
    </a>
  );
}
