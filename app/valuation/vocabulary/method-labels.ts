import type { BandLevel, MethodFamily } from '../methods/method';

/** Message keys by the codes of data; written out, so that every key is found by a search. */
type Translate = (key: string, params?: Record<string, string | number>) => string;

export const LEVEL_LABEL: Record<BandLevel, string> = {
  floor: 'pricing:level.floor',
  fair: 'pricing:level.fair',
  ceiling: 'pricing:level.ceiling',
};

export const FAMILY_LABEL: Record<MethodFamily, string> = {
  'contained-metal': 'pricing:family.containedMetal',
  'contract-terms': 'pricing:family.contractTerms',
  'cost-plus': 'pricing:family.costPlus',
  comparables: 'pricing:family.comparables',
};

/** By the part of a method's id before its version. */
const METHOD_LABEL: Record<string, string> = {
  'gold-dore': 'pricing:method.goldDore',
  'silver-dore': 'pricing:method.silverDore',
  'platinum-dore': 'pricing:method.platinumDore',
  'tin-concentrate': 'pricing:method.tinConcentrate',
  'copper-concentrate': 'pricing:method.copperConcentrate',
  'lead-concentrate': 'pricing:method.leadConcentrate',
  'zinc-concentrate': 'pricing:method.zincConcentrate',
  'cobalt-concentrate': 'pricing:method.cobaltConcentrate',
  'tungsten-concentrate': 'pricing:method.tungstenConcentrate',
  'tantalum-concentrate': 'pricing:method.tantalumConcentrate',
  bricks: 'pricing:method.bricks',
  'cost-plus': 'pricing:method.costPlus',
  tiles: 'pricing:method.tiles',
  kaolin: 'pricing:method.kaolin',
  salt: 'pricing:method.salt',
  lime: 'pricing:method.lime',
  plaster: 'pricing:method.plaster',
  stones: 'pricing:method.stones',
  jewellery: 'pricing:method.jewellery',
  'dimension-stone': 'pricing:method.dimensionStone',
};

/** The key of a method's name; of one that staff added themselves a key that only takes its title. */
export function methodTitleKey({ id }: { id: string }): string {
  return METHOD_LABEL[id.split('/')[0] ?? ''] ?? 'pricing:method.other';
}

export function methodText(t: Translate, method: { id: string; title: string }): string {
  return t(methodTitleKey(method), { title: method.title });
}
