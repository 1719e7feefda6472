/** Flat colours of one mineral: lit, body and shaded faces, and lines. */
export interface Palette {
  light: string;
  mid: string;
  dark: string;
  ink: string;
}

const p = (light: string, mid: string, dark: string, ink: string): Palette => ({ light, mid, dark, ink });

const PLAIN = p('#d6cbb9', '#b3a690', '#867a66', '#5c5345');

/** Keys are the minerals of the registry. */
const PALETTES: Record<string, Palette> = {
  gold: p('#efd594', '#d1a445', '#ab7d2a', '#7a5618'),
  silver: p('#f1f0eb', '#c9c9c2', '#9c9d96', '#62645f'),
  platinum: p('#e9eff0', '#b9c6ca', '#8b9aa0', '#55636a'),
  tin: p('#94877d', '#6b605a', '#4a423d', '#2f2a26'),
  copper: p('#dfa37c', '#b9704a', '#83492b', '#55301c'),
  lead: p('#a3a7ad', '#767b83', '#51565d', '#363a3f'),
  zinc: p('#b3aa9c', '#857b6d', '#5c5448', '#3d372f'),
  cobalt: p('#8d9fc6', '#586d9d', '#3a4b74', '#27334f'),
  tungsten: p('#a69d8a', '#786f5e', '#514a3d', '#373127'),
  tantalum: p('#7d7484', '#564f5d', '#393440', '#25212a'),
  sapphire: p('#a9c6ee', '#4f80c6', '#27508f', '#183561'),
  ruby: p('#f2b3bb', '#c53f59', '#8a2039', '#5a1424'),
  emerald: p('#abdec4', '#3d9d70', '#216f4c', '#134730'),
  tourmaline: p('#f4c3d7', '#d2749f', '#94446c', '#612b46'),
  amethyst: p('#d8c4ec', '#9469bf', '#633f8b', '#40285b'),
  garnet: p('#e8a396', '#ab3a36', '#74211f', '#4b1413'),
  aquamarine: p('#cdeaec', '#7fc0c8', '#4a8d97', '#2c5c64'),
  clay: p('#dd9a7b', '#bd6a47', '#914a2f', '#63301d'),
  limestone: p('#fdfbf5', '#e6dfd0', '#c2b7a2', '#857a66'),
  salt: p('#ffffff', '#e7ebeb', '#bac5c7', '#728084'),
  gypsum: p('#fcf6ee', '#eaddcb', '#c6b39a', '#8b7962'),
  kaolin: p('#fdf8f4', '#eee2d8', '#cbb8aa', '#8f7c6e'),
  'dimension-stone': p('#c4bfb7', '#9a948c', '#6d6761', '#4a4641'),
};

export function paletteOf(mineral: string): Palette {
  return PALETTES[mineral] ?? PLAIN;
}
