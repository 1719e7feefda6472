/** The families a reader browses by. */
export const MINERAL_FAMILIES = [
  'precious-metals',
  'base-technology-metals',
  'gemstones',
  'construction-development',
] as const;
export type MineralFamily = (typeof MINERAL_FAMILIES)[number];

const FAMILY_OF = {
  gold: 'precious-metals',
  silver: 'precious-metals',
  platinum: 'precious-metals',
  tin: 'base-technology-metals',
  copper: 'base-technology-metals',
  lead: 'base-technology-metals',
  zinc: 'base-technology-metals',
  cobalt: 'base-technology-metals',
  tungsten: 'base-technology-metals',
  tantalum: 'base-technology-metals',
  sapphire: 'gemstones',
  ruby: 'gemstones',
  emerald: 'gemstones',
  tourmaline: 'gemstones',
  amethyst: 'gemstones',
  garnet: 'gemstones',
  aquamarine: 'gemstones',
  clay: 'construction-development',
  limestone: 'construction-development',
  salt: 'construction-development',
  gypsum: 'construction-development',
  kaolin: 'construction-development',
  'dimension-stone': 'construction-development',
} as const satisfies Record<string, MineralFamily>;

export type Mineral = keyof typeof FAMILY_OF;

export const MINERALS = Object.keys(FAMILY_OF) as [Mineral, ...Mineral[]];

export function isMineral(key: string): key is Mineral {
  return Object.hasOwn(FAMILY_OF, key);
}

export function familyOf(mineral: Mineral): MineralFamily {
  return FAMILY_OF[mineral];
}
