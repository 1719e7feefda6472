import { Icon } from '#app/ui/display/icon';

export interface DocumentLinkProps {
  /** Null where the reader may know of the document, but not open it. */
  href: string | null;
  name: string;
  /** Kind, size and date as the reader writes them, such as "PDF, 240 kB, 12 May 2026". */
  detail?: string;
}

export function DocumentLink({ href, name, detail }: DocumentLinkProps) {
  const inside = (
    <>
      <span className="grid size-10 shrink-0 place-items-center rounded-control bg-sand text-soft">
        <Icon name="document" />
      </span>
      <span className="min-w-0">
        <span className={href === null ? 'block' : 'block underline underline-offset-4 group-hover:decoration-2'}>
          {name}
        </span>
        {detail ? <span className="block text-sm text-soft">{detail}</span> : null}
      </span>
    </>
  );
  const look = 'group flex min-h-11 items-center gap-3 rounded-control py-2 no-underline';
  return href === null ? (
    <span className={look}>{inside}</span>
  ) : (
    <a href={href} className={look}>
      {inside}
    </a>
  );
}
