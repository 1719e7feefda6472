type Numbers = { number(decimal: string): string };

/** A class of stones by what one of them weighs: `under 0.5 ct` as `< 0.5 ct`; null for stones that nobody weighed one by one. */
export function sizeText(size: string, format: Numbers): string | null {
  const [, under = ''] = /^under-([\d.]+)-ct$/.exec(size) ?? [];
  if (under) return `< ${format.number(under)} ct`;
  const [, over = ''] = /^([\d.]+)-ct-up$/.exec(size) ?? [];
  if (over) return `≥ ${format.number(over)} ct`;
  const [, from = '', to = ''] = /^([\d.]+)-([\d.]+)-ct$/.exec(size) ?? [];
  return from && to ? `${format.number(from)}–${format.number(to)} ct` : null;
}
