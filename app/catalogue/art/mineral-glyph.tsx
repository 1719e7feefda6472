import { paletteOf, type Palette } from '#app/catalogue/art/palettes';
import { familyOf, isMineral, type MineralFamily } from '../products/minerals';

/** Materials that are sold by the piece or the slab. The others of their family lie in a heap. */
const BLOCKS: ReadonlySet<string> = new Set(['clay', 'dimension-stone']);

type ShapeName = 'bar' | 'heap' | 'block' | 'gem';

const SHAPE_OF: Record<MineralFamily, ShapeName> = {
  'precious-metals': 'bar',
  'base-technology-metals': 'heap',
  gemstones: 'gem',
  'construction-development': 'heap',
};

function shapeOf(mineral: string): ShapeName {
  if (BLOCKS.has(mineral)) return 'block';
  return isMineral(mineral) ? SHAPE_OF[familyOf(mineral)] : 'gem';
}

function Shape({ mineral, c }: { mineral: string; c: Palette }) {
  const shape = shapeOf(mineral);
  if (shape === 'bar') {
    return (
      <>
        <path d="m5 24 5-12h12l5 12z" fill={c.mid} />
        <path d="m10 12 2-3h8l2 3z" fill={c.light} />
        <path d="m5 24 5-12h3L9 24z" fill={c.dark} />
      </>
    );
  }
  if (shape === 'heap') {
    return (
      <>
        <path d="M4 24c5-2 7-11 12-13 6 2 8 11 12 13z" fill={c.mid} />
        <path d="M4 24c5-2 7-11 12-13-2 5-3 8-3 13z" fill={c.dark} />
        <path d="M17 16h.1M21 20h.1M17 21h.1" stroke={c.light} strokeWidth="2" strokeLinecap="round" />
      </>
    );
  }
  if (shape === 'block') {
    return (
      <>
        <path d="M5 17h10v7H5zM17 17h10v7H17z" fill={c.mid} />
        <path d="M11 9h10v6H11z" fill={c.dark} />
        <path d="M11 9h10v2H11zM5 17h10v2H5zM17 17h10v2H17z" fill={c.light} />
      </>
    );
  }
  return (
    <>
      <path d="m16 26-10-11 4-6h12l4 6z" fill={c.mid} />
      <path d="m10 9 2 6h8l2-6z" fill={c.light} />
      <path d="m12 15 4 11-10-11z" fill={c.dark} />
      <path d="m20 15-4 11 10-11z" fill={c.dark} opacity=".6" />
    </>
  );
}

/** A small sign of a mineral beside its name. Decorative. */
export function MineralGlyph({ mineral, size = 32 }: { mineral: string; size?: 24 | 32 | 40 }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 32 32" className="shrink-0 rounded-control bg-sand">
      <Shape mineral={mineral} c={paletteOf(mineral)} />
    </svg>
  );
}
