import type { ReactNode } from 'react';

/** A part of the home page under its own title, with a link to the whole of it. */
export function Section({
  title,
  sub,
  link,
  children,
}: {
  title: string;
  sub?: string;
  link?: { href: string; label: string };
  children: ReactNode;
}) {
  return (
    <section className="mt-12 sm:mt-16">
      <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 max-w-2xl">
          <h2 className="font-display text-2xl leading-tight font-semibold sm:text-[1.75rem]">{title}</h2>
          {sub ? <p className="mt-1 text-soft">{sub}</p> : null}
        </div>
        {link ? (
          <a href={link.href} className="inline-flex min-h-11 items-center font-semibold">
            {link.label}
          </a>
        ) : null}
      </div>
      {children}
    </section>
  );
}
