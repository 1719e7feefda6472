/** Whether a page shows every digit, and the address of the same page the other way. */
export type FiguresChoice = { full: boolean; otherHref: string };

export const STEPS_ID = 'sum';

/** Read from `?figures=full`, so that it works without scripts and can be sent on. */
export function figuresChoice({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): FiguresChoice {
  const full = searchParams.get('figures') === 'full';
  const others = [...searchParams].filter(([name]) => name !== 'figures');
  const query = new URLSearchParams(full ? others : [...others, ['figures', 'full']]).toString();
  return { full, otherHref: `${pathname}${query ? `?${query}` : ''}#${STEPS_ID}` };
}
