import { SWAHILI } from '../first-names';
import { lotsOf } from '../make-lots';
import { peopleOf } from '../make-people';
import type { SeedCooperative } from '../types';

export const SONGEA: SeedCooperative = {
  key: 'songea',
  name: 'Wanawake na Vito Songea',
  programme: 'lakes',
  country: 'TZ',
  district: 'Songea',
  locale: 'sw',
  currency: 'TZS',
  womenLed: true,
  description: 'Women who once carried gravel for others; now they dig by turns and cut every stone themselves.',
  people: peopleOf('vito-songea', 'Mwajuma Komba', 'Zawadi Nchimbi', 'Upendo Haule'),
  members: { women: 8, men: 2, unknown: 0 },
  firstNames: SWAHILI,
  charges: [
    {
      kind: 'royalty',
      payee: 'Mining Commission, Songea',
      basis: 'Royalty on the sale',
      rateBps: 300,
      source: 'Demo rate',
    },
  ],
  baselines: [{ product: 'sapphire/cut', perUnit: '21', unit: 'ct', currency: 'USD' }],
  payout: { method: 'mobile-money', provider: 'Tigo Pesa' },
  lots: lotsOf({ currency: 'USD', incoterm: 'FCA', place: 'Dar es Salaam', unit: 'ct', product: 'sapphire/cut' }, [
    {
      product: 'sapphire/cut',
      unit: 'ct',
      quantity: '130',
      quality: 'good',
      unitAsk: '34',
      ownPrice: true,
      facts: { stoneCt: '1.2' },
      month: 13,
      orders: 5,
      soldOut: true,
      description: 'Steel-blue rounds, cut to one gauge.',
    },
  ]),
};
