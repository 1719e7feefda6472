import type { Form, Quality, Stage } from '../products/products';
import type { Mineral, MineralFamily } from '../products/minerals';
import type { Incoterm } from '../products/terms';
import type { LotState } from './lot-lifecycle';

/** Message keys of every word of the registry. */
export const FAMILY_LABEL: Record<MineralFamily, string> = {
  'precious-metals': 'catalogue:family.preciousMetals',
  'base-technology-metals': 'catalogue:family.baseTechnologyMetals',
  gemstones: 'catalogue:family.gemstones',
  'construction-development': 'catalogue:family.constructionDevelopment',
};

export const MINERAL_LABEL: Record<Mineral, string> = {
  gold: 'catalogue:mineral.gold',
  silver: 'catalogue:mineral.silver',
  platinum: 'catalogue:mineral.platinum',
  tin: 'catalogue:mineral.tin',
  copper: 'catalogue:mineral.copper',
  lead: 'catalogue:mineral.lead',
  zinc: 'catalogue:mineral.zinc',
  cobalt: 'catalogue:mineral.cobalt',
  tungsten: 'catalogue:mineral.tungsten',
  tantalum: 'catalogue:mineral.tantalum',
  sapphire: 'catalogue:mineral.sapphire',
  ruby: 'catalogue:mineral.ruby',
  emerald: 'catalogue:mineral.emerald',
  tourmaline: 'catalogue:mineral.tourmaline',
  amethyst: 'catalogue:mineral.amethyst',
  garnet: 'catalogue:mineral.garnet',
  aquamarine: 'catalogue:mineral.aquamarine',
  clay: 'catalogue:mineral.clay',
  limestone: 'catalogue:mineral.limestone',
  salt: 'catalogue:mineral.salt',
  gypsum: 'catalogue:mineral.gypsum',
  kaolin: 'catalogue:mineral.kaolin',
  'dimension-stone': 'catalogue:mineral.dimensionStone',
};

export const FORM_LABEL: Record<Form, string> = {
  dore: 'catalogue:form.dore',
  refined: 'catalogue:form.refined',
  jewellery: 'catalogue:form.jewellery',
  concentrate: 'catalogue:form.concentrate',
  rough: 'catalogue:form.rough',
  cut: 'catalogue:form.cut',
  bricks: 'catalogue:form.bricks',
  tiles: 'catalogue:form.tiles',
  lime: 'catalogue:form.lime',
  'table-salt': 'catalogue:form.tableSalt',
  plaster: 'catalogue:form.plaster',
  powder: 'catalogue:form.powder',
  slab: 'catalogue:form.slab',
};

/** By `productKey`. */
export const PRODUCT_LABEL: Record<string, string> = {
  'gold/dore': 'catalogue:product.goldDore',
  'gold/refined': 'catalogue:product.goldRefined',
  'gold/jewellery': 'catalogue:product.goldJewellery',
  'silver/dore': 'catalogue:product.silverDore',
  'silver/refined': 'catalogue:product.silverRefined',
  'silver/jewellery': 'catalogue:product.silverJewellery',
  'platinum/dore': 'catalogue:product.platinumDore',
  'platinum/refined': 'catalogue:product.platinumRefined',
  'tin/concentrate': 'catalogue:product.tinConcentrate',
  'copper/concentrate': 'catalogue:product.copperConcentrate',
  'lead/concentrate': 'catalogue:product.leadConcentrate',
  'zinc/concentrate': 'catalogue:product.zincConcentrate',
  'cobalt/concentrate': 'catalogue:product.cobaltConcentrate',
  'tungsten/concentrate': 'catalogue:product.tungstenConcentrate',
  'tantalum/concentrate': 'catalogue:product.tantalumConcentrate',
  'sapphire/rough': 'catalogue:product.sapphireRough',
  'sapphire/cut': 'catalogue:product.sapphireCut',
  'ruby/rough': 'catalogue:product.rubyRough',
  'ruby/cut': 'catalogue:product.rubyCut',
  'emerald/rough': 'catalogue:product.emeraldRough',
  'emerald/cut': 'catalogue:product.emeraldCut',
  'tourmaline/rough': 'catalogue:product.tourmalineRough',
  'tourmaline/cut': 'catalogue:product.tourmalineCut',
  'amethyst/rough': 'catalogue:product.amethystRough',
  'amethyst/cut': 'catalogue:product.amethystCut',
  'garnet/rough': 'catalogue:product.garnetRough',
  'garnet/cut': 'catalogue:product.garnetCut',
  'aquamarine/rough': 'catalogue:product.aquamarineRough',
  'aquamarine/cut': 'catalogue:product.aquamarineCut',
  'clay/bricks': 'catalogue:product.clayBricks',
  'clay/tiles': 'catalogue:product.clayTiles',
  'limestone/lime': 'catalogue:product.lime',
  'salt/table-salt': 'catalogue:product.tableSalt',
  'gypsum/plaster': 'catalogue:product.plaster',
  'kaolin/powder': 'catalogue:product.kaolinPowder',
  'dimension-stone/slab': 'catalogue:product.stoneSlab',
};

export const STAGE_LABEL: Record<Stage, string> = {
  ore: 'catalogue:stage.ore',
  concentrate: 'catalogue:stage.concentrate',
  refined: 'catalogue:stage.refined',
  finished: 'catalogue:stage.finished',
  manufactured: 'catalogue:stage.manufactured',
};

export const QUALITY_LABEL: Record<Quality, string> = {
  fine: 'catalogue:quality.fine',
  good: 'catalogue:quality.good',
  commercial: 'catalogue:quality.commercial',
};

export const STATE_LABEL: Record<LotState, string> = {
  draft: 'catalogue:state.draft',
  submitted: 'catalogue:state.submitted',
  listed: 'catalogue:state.listed',
  sold: 'catalogue:state.sold',
  closed: 'catalogue:state.closed',
  withdrawn: 'catalogue:state.withdrawn',
  expired: 'catalogue:state.expired',
};

/** Where an ask stands in its band. `none` where the lot has no band. */
export const VERDICT_LABEL = {
  'below-floor': 'catalogue:verdict.belowFloor',
  low: 'catalogue:verdict.low',
  fair: 'catalogue:verdict.fair',
  high: 'catalogue:verdict.high',
  'above-ceiling': 'catalogue:verdict.aboveCeiling',
  none: 'catalogue:verdict.none',
} as const;

export type VerdictKey = keyof typeof VERDICT_LABEL;

export const INCOTERM_LABEL: Record<Incoterm, string> = {
  EXW: 'catalogue:incoterm.exw',
  FCA: 'catalogue:incoterm.fca',
  FAS: 'catalogue:incoterm.fas',
  FOB: 'catalogue:incoterm.fob',
  CFR: 'catalogue:incoterm.cfr',
  CIF: 'catalogue:incoterm.cif',
  CPT: 'catalogue:incoterm.cpt',
  CIP: 'catalogue:incoterm.cip',
  DAP: 'catalogue:incoterm.dap',
  DPU: 'catalogue:incoterm.dpu',
  DDP: 'catalogue:incoterm.ddp',
};

export const AVAILABILITY_LABEL = {
  all: 'catalogue:availability.all',
  'more-than-half': 'catalogue:availability.moreThanHalf',
  'less-than-half': 'catalogue:availability.lessThanHalf',
  little: 'catalogue:availability.little',
  none: 'catalogue:availability.none',
} as const;
