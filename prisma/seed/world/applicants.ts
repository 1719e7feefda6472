import { peopleOf } from './make-people';
import type { SeedApplicant } from './types';

/** Who has handed in an application that nobody has read yet. */
export const APPLICANTS: readonly SeedApplicant[] = [
  {
    kind: 'cooperative',
    key: 'mererani',
    name: 'Wanawake Wachimbaji Mererani',
    programme: 'lakes',
    country: 'TZ',
    district: 'Simanjiro',
    locale: 'sw',
    currency: 'TZS',
    womenLed: true,
    description: 'Women who sort, cut and polish garnets that they used to sell by the bucket.',
    people: peopleOf('wanawake-mererani', 'Neema Laizer', 'Upendo Mollel', 'Rehema Saitoti'),
    payout: { method: 'mobile-money', provider: 'M-Pesa' },
  },
  {
    kind: 'buyer',
    key: 'kirkwall',
    name: 'Kirkwall Silversmiths',
    programme: 'lakes',
    country: 'GB',
    district: 'Orkney',
    locale: 'en',
    currency: 'GBP',
    womenLed: false,
    description: 'A workshop of six that wants to know its metal by name.',
    people: [{ name: 'Isla Flett', email: 'purchasing@kirkwall-silver.example', role: 'purchaser' }],
    payout: null,
  },
];
