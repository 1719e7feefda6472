/**
 * An invented organisation of the demo. Names, people and orders are made up. Prices are the snapshot's real
 * ones.
 */
export type SeedProgramme = {
  key: string;
  name: string;
  country: string;
  district: string;
  locale: string;
  description: string;
  staff: SeedPerson[];
};

export type SeedPerson = {
  name: string;
  email: string;
  role: 'manager' | 'treasurer' | 'member' | 'purchaser' | 'officer' | 'controller' | 'observer';
};

export type SeedCharge = {
  kind: 'royalty' | 'assay' | 'transport' | 'export';
  payee: string;
  basis: string;
  rateBps?: number;
  fixed?: string;
  source: string;
};

/** What the local trader paid before: a share of the reference in basis points, or money per unit. */
export type SeedBaseline = {
  product: string;
  referenceBps?: number;
  perUnit?: string;
  unit?: string;
  currency?: string;
};

export type SeedLot = {
  product: string;
  quantity: string;
  unit: string;
  grade?: string;
  gradeUnit?: string;
  quality?: 'fine' | 'good' | 'commercial';
  facts?: Record<string, string>;
  /** Further elements of the assay. */
  assays?: Record<string, string>;
  /** Months after the demo's first month when it is listed. */
  month: number;
  /** Orders it gets. With `soldOut` they take all of it. */
  orders: number;
  soldOut: boolean;
  currency: string;
  /** Asks per unit in major units where no formula gives a band yet. */
  unitAsk?: string;
  /** Where on the band its people ask, in permil from floor to ceiling. Left to chance where not said. */
  askAt?: number;
  /**
   * Its people ask `unitAsk`, give or take a tenth, whatever the band says. Where a band is made of sales and
   * every seller followed it, it would narrow from release to release until nothing was left of it.
   */
  ownPrice?: true;
  incoterm: string;
  place: string;
  description: string;
  certificates?: string[];
};

export type SeedCooperative = {
  key: string;
  name: string;
  programme: string;
  country: string;
  district: string;
  locale: string;
  currency: string;
  womenLed: boolean;
  description: string;
  people: SeedPerson[];
  members: { women: number; men: number; unknown: number };
  firstNames: { women: string[]; men: string[] };
  charges: SeedCharge[];
  baselines: SeedBaseline[];
  payout: { method: 'bank' | 'mobile-money'; provider: string };
  lots: SeedLot[];
};

export type SeedBuyer = {
  key: string;
  name: string;
  country: string;
  district: string;
  locale: string;
  currency: string;
  programme: string;
  description: string;
  people: SeedPerson[];
  /** Products it buys, as `mineral/form`. */
  buys: string[];
};

/** An organisation whose application waits to be read. */
export type SeedApplicant = Pick<
  SeedCooperative,
  'key' | 'name' | 'programme' | 'country' | 'district' | 'locale' | 'currency' | 'womenLed' | 'description' | 'people'
> & { kind: 'cooperative' | 'buyer'; payout: SeedCooperative['payout'] | null };
