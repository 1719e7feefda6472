import type { ReactNode } from 'react';
import { Button } from '#app/ui/actions/button';
import { Icon } from '#app/ui/display/icon';

export interface FacetOption {
  value: string;
  label: string;
  count?: string;
  checked?: boolean;
}

export interface FacetGroup {
  name: string;
  title: string;
  options: FacetOption[];
  /** One choice at most. */
  single?: boolean;
  open?: boolean;
}

export interface FacetsProps {
  action: string;
  /** Name of the whole form and of the phone's drawer, such as "Filter". */
  title: string;
  groups: FacetGroup[];
  /** Further controls (a search box, a range) above the groups. */
  children?: ReactNode;
  /** What the address holds beside the facets, such as the sort order. */
  hidden?: { name: string; value: string }[];
  submit: string;
  clear?: { href: string; label: string };
  /** Number of facets in force, shown on the drawer. */
  active?: string;
}

function Group({ name, title, options, single, open }: FacetGroup) {
  const used = options.some((option) => option.checked);
  return (
    <details open={open || used} className="border-t border-line py-1 lg:first-of-type:border-t-0">
      <summary className="flex min-h-11 items-center justify-between gap-2 font-semibold">
        {title}
        <Icon name="down" size={16} className="turns text-soft" />
      </summary>
      <ul className="pb-2">
        {options.map((option) => (
          <li key={option.value}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 lg:min-h-9">
              <input
                type={single ? 'radio' : 'checkbox'}
                name={name}
                value={option.value}
                defaultChecked={option.checked}
                className="size-5 shrink-0 accent-oxide"
              />
              <span className="min-w-0 flex-1">{option.label}</span>
              {option.count === undefined ? null : <span className="text-sm text-soft">{option.count}</span>}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A GET form: the address is the state. A drawer on phones, always there on wide screens. */
export function Facets({ action, title, groups, children, hidden = [], submit, clear, active }: FacetsProps) {
  return (
    <details className="drawer rounded-card border border-line bg-card px-4 lg:border-0 lg:bg-transparent lg:px-0">
      <summary>
        <span className="flex min-h-12 items-center gap-2 font-semibold">
          <Icon name="filter" />
          {title}
          {active ? <span className="rounded-full bg-oxide px-2 text-sm text-white">{active}</span> : null}
          <Icon name="down" size={16} className="turns ml-auto" />
        </span>
      </summary>
      <form method="get" action={action} aria-label={title} className="pb-4">
        {hidden.map((field) => (
          <input key={`${field.name}=${field.value}`} type="hidden" name={field.name} value={field.value} />
        ))}
        {children ? <div className="space-y-4 pb-4">{children}</div> : null}
        {groups.map((group) => (
          <Group key={group.name} {...group} />
        ))}
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4">
          <Button>{submit}</Button>
          {clear ? (
            <a href={clear.href} className="inline-flex min-h-11 items-center">
              {clear.label}
            </a>
          ) : null}
        </div>
      </form>
    </details>
  );
}
