/** Message keys of what a series is about; written out, so that every key is found by a search. */
const WORDS = {
  gold: 'pricing:commodity.gold',
  silver: 'pricing:commodity.silver',
  platinum: 'pricing:commodity.platinum',
  tin: 'pricing:commodity.tin',
  copper: 'pricing:commodity.copper',
  lead: 'pricing:commodity.lead',
  zinc: 'pricing:commodity.zinc',
  nickel: 'pricing:commodity.nickel',
  aluminum: 'pricing:commodity.aluminum',
  'iron-ore': 'pricing:commodity.ironOre',
  'phosphate-rock': 'pricing:commodity.phosphateRock',
  'potassium-chloride': 'pricing:commodity.potassiumChloride',
  tungsten: 'pricing:commodity.tungsten',
  tantalum: 'pricing:commodity.tantalum',
  cobalt: 'pricing:commodity.cobalt',
} as const;

type Commodity = keyof typeof WORDS;

/** Commodities that a price may be of, in the order in which they are proposed. */
export const COMMODITIES = Object.keys(WORDS) as [Commodity, ...Commodity[]];

export const COMMODITY_KEY: Readonly<Record<string, string>> = WORDS;
