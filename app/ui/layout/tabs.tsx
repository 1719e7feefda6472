import { classNames } from '#app/ui/class-names';

export interface Tab {
  href: string;
  label: string;
  current?: boolean;
  count?: string;
}

/** Links between the views of one thing. The address is the state. Wraps instead of scrolling. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav aria-label={label} className="mb-5 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {items.map((item) => (
          <li key={item.href} className="min-w-0">
            <a
              href={item.href}
              aria-current={item.current ? 'page' : undefined}
              className={classNames(
                'flex min-h-11 items-center gap-2 border-b-[3px] px-3 no-underline',
                item.current ? 'border-oxide font-semibold text-ink' : 'border-transparent text-soft hover:border-line',
              )}
            >
              {item.label}
              {item.count === undefined ? null : (
                <span className="rounded-full bg-sand px-2 text-sm font-semibold text-soft">{item.count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
