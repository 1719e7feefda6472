import { Icon } from '#app/ui/display/icon';

export interface PaginationProps {
  label: string;
  /** Left out at the first page. */
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
  /** Where we are, such as "21 to 40 of 60". */
  position?: string;
}

const LINK =
  'inline-flex min-h-11 items-center gap-2 rounded-control border border-line bg-card px-4 font-semibold no-underline hover:border-oxide';

/** Links to the pages before and after. Nothing when there is only one. */
export function Pagination({ label, previous, next, position }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="mt-6 flex flex-wrap items-center justify-between gap-3">
      {previous ? (
        <a href={previous.href} rel="prev" className={LINK}>
          <Icon name="left" size={16} />
          {previous.label}
        </a>
      ) : (
        <span />
      )}
      {position ? (
        <span className="order-last w-full text-center text-sm text-soft sm:order-none sm:w-auto">{position}</span>
      ) : null}
      {next ? (
        <a href={next.href} rel="next" className={LINK}>
          {next.label}
          <Icon name="right" size={16} />
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
