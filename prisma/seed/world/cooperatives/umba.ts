import { SWAHILI } from '../first-names';
import { lotsOf } from '../make-lots';
import { peopleOf } from '../make-people';
import type { SeedCooperative } from '../types';

/** Sells what Tunduru and Songea sell in the same months: with them its country has enough sales of one size for a cell of its own. */
export const UMBA: SeedCooperative = {
  key: 'umba',
  name: 'Umoja wa Vito Umba',
  programme: 'lakes',
  country: 'TZ',
  district: 'Mkinga',
  locale: 'sw',
  currency: 'TZS',
  womenLed: false,
  description: 'Diggers of the Umba valley and the cutters whom they trained, under one roof and one licence.',
  people: peopleOf('vito-umba', 'Baraka Shekilindi', 'Halima Mbaruku', 'Juma Kilonzo'),
  members: { women: 4, men: 6, unknown: 0 },
  firstNames: SWAHILI,
  charges: [
    {
      kind: 'royalty',
      payee: 'Mining Commission, Tanga',
      basis: 'Royalty on the sale',
      rateBps: 300,
      source: 'Demo rate',
    },
  ],
  baselines: [{ product: 'sapphire/cut', perUnit: '20', unit: 'ct', currency: 'USD' }],
  payout: { method: 'mobile-money', provider: 'M-Pesa' },
  lots: lotsOf({ currency: 'USD', incoterm: 'FCA', place: 'Tanga', unit: 'ct', product: 'sapphire/cut' }, [
    {
      product: 'sapphire/cut',
      unit: 'ct',
      quantity: '120',
      quality: 'good',
      unitAsk: '36',
      ownPrice: true,
      facts: { stoneCt: '1.3' },
      month: 12,
      orders: 5,
      soldOut: true,
      description: 'Umba sapphires that change from blue to violet under a lamp.',
    },
    {
      product: 'sapphire/cut',
      unit: 'ct',
      quantity: '45',
      quality: 'good',
      unitAsk: '44',
      facts: { stoneCt: '2.4' },
      month: 23,
      orders: 0,
      soldOut: false,
      description: 'Larger ovals in honey, green and pink, most above two carats.',
    },
  ]),
};
