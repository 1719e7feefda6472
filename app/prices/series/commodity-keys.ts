/** Message keys of what a series is about; written out, so that every key is found by a search. */
export const COMMODITY_KEY: Record<string, string> = {
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
  cobalt: 'pricing:commodity.cobalt',
  tungsten: 'pricing:commodity.tungsten',
  tantalum: 'pricing:commodity.tantalum',
};
