export interface Crumb {
  label: string;
  /** The last crumb, the page itself, has none. */
  href?: string;
}

export function Breadcrumbs({ label, items }: { label: string; items: Crumb[] }) {
  return (
    <nav aria-label={label} className="mb-2">
      <ol className="flex flex-wrap items-center gap-x-2 text-sm text-soft">
        {items.map((item, index) => (
          <li key={`${index}-${item.label}`} className="flex min-w-0 items-center gap-2">
            {index > 0 ? <span aria-hidden="true">/</span> : null}
            {item.href ? (
              <a href={item.href} className="py-1.5 text-soft no-underline hover:underline">
                {item.label}
              </a>
            ) : (
              <span aria-current="page" className="py-1.5 text-ink">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
