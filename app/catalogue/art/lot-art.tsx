import type { ReactNode } from 'react';
import { paletteOf, type Palette } from '#app/catalogue/art/palettes';
import { Bricks, Slab, Tiles } from '#app/catalogue/art/scenes/building';
import { ConcentrateDrum, Heap, Sacks } from '#app/catalogue/art/scenes/bulk';
import { DoreBar, Jewellery, RefinedBars } from '#app/catalogue/art/scenes/metal';
import { CutStones, RoughStones } from '#app/catalogue/art/scenes/stones';

type Scene = (props: { c: Palette; stamp?: string }) => ReactNode;

/** Keys are the forms of the registry. */
const SCENES: Record<string, Scene> = {
  dore: DoreBar,
  refined: RefinedBars,
  jewellery: Jewellery,
  concentrate: ConcentrateDrum,
  rough: RoughStones,
  cut: CutStones,
  bricks: Bricks,
  tiles: Tiles,
  lime: Sacks,
  'table-salt': Sacks,
  plaster: Sacks,
  powder: Sacks,
  slab: Slab,
};

export interface LotArtProps {
  mineral: string;
  form: string;
  /** What is drawn, for who does not see it. Empty where the words stand beside it. */
  label: string;
  /** Up to about eight signs on a bar, such as "900". */
  stamp?: string;
  /** Corners: all round, or only the top ones (at the head of a card). */
  corners?: 'all' | 'top';
}

/** A drawing of the good where there is no photo. 16 to 10, as wide as its place. */
export function LotArt({ mineral, form, label, stamp, corners = 'all' }: LotArtProps) {
  const scene = SCENES[form] ?? Heap;
  const name = label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      {...name}
      viewBox="0 0 320 200"
      className={`block h-auto w-full bg-sand-deep ${corners === 'all' ? 'rounded-card' : 'rounded-t-card'}`}
    >
      <ellipse cx="160" cy="160" rx="122" ry="14" fill="#d8cbb5" />
      {scene({ c: paletteOf(mineral), stamp })}
    </svg>
  );
}
