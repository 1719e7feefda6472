/** What a message or mark means. Every use shows an icon or words too: colour is never alone. */
export type Tone = 'good' | 'warn' | 'bad' | 'plain' | 'info';

/** The colours of drawn parts (lines, bars), in the order in which unnamed parts take them. */
export type InkTone = 'green' | 'ochre' | 'ochre-pale' | 'oxide' | 'slate' | 'green-mid' | 'oxide-pale' | 'green-pale';

export const INK_ORDER: readonly InkTone[] = [
  'green',
  'ochre',
  'ochre-pale',
  'oxide',
  'slate',
  'green-mid',
  'oxide-pale',
  'green-pale',
];

/** Written out in full: the stylesheet is made from the class names that it finds in the sources. */
export const FILL: Record<InkTone, string> = {
  green: 'fill-green',
  ochre: 'fill-ochre',
  'ochre-pale': 'fill-ochre-pale',
  oxide: 'fill-oxide',
  slate: 'fill-slate',
  'green-mid': 'fill-green-mid',
  'oxide-pale': 'fill-oxide-pale',
  'green-pale': 'fill-green-pale',
};

export const STROKE: Record<InkTone, string> = {
  green: 'stroke-green',
  ochre: 'stroke-ochre',
  'ochre-pale': 'stroke-ochre-pale',
  oxide: 'stroke-oxide',
  slate: 'stroke-slate',
  'green-mid': 'stroke-green-mid',
  'oxide-pale': 'stroke-oxide-pale',
  'green-pale': 'stroke-green-pale',
};

export function inkAt(index: number): InkTone {
  return INK_ORDER[index % INK_ORDER.length] ?? 'green';
}
