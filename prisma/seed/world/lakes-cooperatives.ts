import { lotsOf } from './make-lots';
import type { SeedCooperative, SeedPerson } from './types';

function people(domain: string, manager: string, treasurer: string, member: string): SeedPerson[] {
  return [
    { name: manager, email: `manager@${domain}.example`, role: 'manager' },
    { name: treasurer, email: `treasurer@${domain}.example`, role: 'treasurer' },
    { name: member, email: `member@${domain}.example`, role: 'member' },
  ];
}

const SWAHILI = { women: ['Asha', 'Neema', 'Rehema', 'Zawadi', 'Mwajuma', 'Pendo', 'Halima', 'Upendo'], men: ['Juma', 'Baraka', 'Hamisi', 'Emanuel', 'Said', 'Yohana'] };
const CONGO = { women: ['Aimée', 'Béatrice', 'Furaha', 'Espérance', 'Solange', 'Nadine'], men: ['Jean-Bosco', 'Patient', 'Trésor', 'Dieudonné', 'Kabila', 'Héritier'] };
const RWANDA = { women: ['Claudine', 'Immaculée', 'Josiane', 'Vestine', 'Odette'], men: ['Innocent', 'Emmanuel', 'Théogène', 'Eric', 'Faustin', 'Alphonse'] };
const UGANDA = { women: ['Biira', 'Masika', 'Kabugho', 'Muhindo', 'Ithungu', 'Mbambu'], men: ['Bwambale', 'Baluku', 'Mumbere', 'Thembo'] };

export const LAKES_COOPERATIVES: SeedCooperative[] = [
  {
    key: 'geita',
    name: 'Umoja wa Wanawake Nyarugusu',
    programme: 'lakes',
    country: 'TZ',
    district: 'Geita',
    locale: 'sw',
    currency: 'TZS',
    womenLed: true,
    description: 'Women who left the waste heaps for a licence of their own. They concentrate by gravity, without mercury, and smelt on site.',
    people: [
      { name: 'Neema Bukuru', email: 'manager@demo.fairlode.example', role: 'manager' },
      { name: 'Asha Mwita', email: 'treasurer@demo.fairlode.example', role: 'treasurer' },
      { name: 'Rehema Joseph', email: 'member@demo.fairlode.example', role: 'member' },
    ],
    members: { women: 14, men: 6, unknown: 1 },
    firstNames: SWAHILI,
    charges: [
      { kind: 'royalty', payee: 'Mining Commission, Geita', basis: 'Royalty on the sale', rateBps: 300, source: 'Demo rate' },
      { kind: 'assay', payee: 'Lake Zone Assay Office', basis: 'Fire assay and weighing', fixed: '180.00', source: 'Demo price list' },
      { kind: 'transport', payee: 'Mwanza Secure Freight', basis: 'Secure transport to Mwanza', rateBps: 60, source: 'Demo contract' },
    ],
    baselines: [{ product: 'gold/dore', referenceBps: 8100 }],
    payout: { method: 'mobile-money', provider: 'M-Pesa' },
    lots: lotsOf(
      { currency: 'USD', incoterm: 'FCA', place: 'Mwanza', product: 'gold/dore', unit: 'g', gradeUnit: 'permil', certificates: ['craft'] },
      [
        { product: 'gold/dore', unit: 'g', quantity: '1500', grade: '905', month: 0, orders: 6, soldOut: true, description: 'Bars of 250 g, smelted on site.' },
        { product: 'gold/dore', unit: 'g', quantity: '1750', grade: '912', month: 7, orders: 7, soldOut: true, description: 'Bars of 250 g, gravity concentrate only.' },
        { product: 'gold/dore', unit: 'g', quantity: '2000', grade: '908', month: 14, orders: 6, soldOut: false, description: 'Bars of 250 g; the order may be split.' },
        { product: 'gold/dore', unit: 'g', quantity: '1500', grade: '921', month: 20, orders: 4, soldOut: false, description: 'From the new shaking table: cleaner, 921 fine.' },
        { product: 'gold/dore', unit: 'g', quantity: '1000', grade: '900', month: 23, orders: 0, soldOut: false, askAt: 190, description: 'One bar, mercury-free, gravity concentrated and smelted on site.' },
      ],
    ),
  },
  {
    key: 'tunduru',
    name: 'Mafundi wa Vito Tunduru',
    programme: 'lakes',
    country: 'TZ',
    district: 'Tunduru',
    locale: 'sw',
    currency: 'TZS',
    womenLed: false,
    description: 'Cutters who learned to facet what they used to sell as gravel. Every stone is cut in Tunduru.',
    people: people('mafundi-tunduru', 'Hamisi Mponda', 'Pendo Ngonyani', 'Said Kawaya'),
    members: { women: 7, men: 9, unknown: 0 },
    firstNames: SWAHILI,
    charges: [
      { kind: 'royalty', payee: 'Mining Commission, Tunduru', basis: 'Royalty on the sale', rateBps: 300, source: 'Demo rate' },
      { kind: 'assay', payee: 'Songea Gem Laboratory', basis: 'Stone report', fixed: '60.00', source: 'Demo price list' },
    ],
    baselines: [
      { product: 'sapphire/cut', perUnit: '21', unit: 'ct', currency: 'USD' },
      { product: 'garnet/cut', perUnit: '9', unit: 'ct', currency: 'USD' },
    ],
    payout: { method: 'bank', provider: 'Songea People’s Bank' },
    lots: lotsOf(
      { currency: 'USD', incoterm: 'FCA', place: 'Dar es Salaam', unit: 'ct' },
      [
        { product: 'sapphire/cut', unit: 'ct', quantity: '180', quality: 'good', unitAsk: '34', facts: { stoneCt: '1.1' }, month: 1, orders: 6, soldOut: true, description: 'Blue to teal, ovals and cushions around one carat.' },
        { product: 'garnet/cut', unit: 'ct', quantity: '240', quality: 'good', unitAsk: '15', facts: { stoneCt: '2.0' }, month: 4, orders: 5, soldOut: true, description: 'Rhodolite garnets, matched pairs on request.' },
        { product: 'sapphire/cut', unit: 'ct', quantity: '260', quality: 'good', unitAsk: '36', facts: { stoneCt: '1.2' }, month: 13, orders: 6, soldOut: false, description: 'Parcel of calibrated ovals, 6 × 4 mm.' },
        { product: 'sapphire/cut', unit: 'ct', quantity: '90', quality: 'fine', unitAsk: '82', facts: { stoneCt: '1.8' }, month: 16, orders: 4, soldOut: false, description: 'Fine padparadscha tones, each with a report.' },
        { product: 'garnet/cut', unit: 'ct', quantity: '300', quality: 'commercial', unitAsk: '11', facts: { stoneCt: '1.5' }, month: 19, orders: 4, soldOut: false, description: 'Spessartine mix for small settings.' },
      ],
    ),
  },
  {
    key: 'manono',
    name: 'Coopérative Minière Kalimba',
    programme: 'lakes',
    country: 'CD',
    district: 'Manono',
    locale: 'fr',
    currency: 'CDF',
    womenLed: false,
    description: 'Diggers and washers with one shared washing plant; every bag is tagged at the pit.',
    people: people('kalimba', 'Trésor Ilunga', 'Furaha Kyungu', 'Patient Banza'),
    members: { women: 6, men: 19, unknown: 3 },
    firstNames: CONGO,
    charges: [
      { kind: 'royalty', payee: 'Division des Mines, Tanganyika', basis: 'Royalty on the sale', rateBps: 350, source: 'Demo rate' },
      { kind: 'assay', payee: 'Kalemie Laboratory', basis: 'Sampling and assay', fixed: '250.00', source: 'Demo price list' },
      { kind: 'transport', payee: 'Tanganyika Hauliers', basis: 'Road to Kalemie', rateBps: 320, source: 'Demo contract' },
    ],
    baselines: [
      { product: 'tin/concentrate', referenceBps: 5700 },
      { product: 'tantalum/concentrate', perUnit: '38000', unit: 't', currency: 'USD' },
    ],
    payout: { method: 'bank', provider: 'Banque du Tanganyika' },
    lots: lotsOf(
      { currency: 'USD', incoterm: 'FCA', place: 'Kalemie', gradeUnit: '%', unit: 't', certificates: ['itsci', 'icglr'] },
      [
        { product: 'tin/concentrate', unit: 't', quantity: '18', grade: '62', facts: { moisturePct: '1.5' }, month: 0, orders: 6, soldOut: true, description: 'Cassiterite, washed and magnetically cleaned.' },
        { product: 'tantalum/concentrate', unit: 't', quantity: '4', grade: '28', unitAsk: '52000', month: 5, orders: 4, soldOut: true, description: 'Tantalite, tagged bag by bag.' },
        { product: 'tin/concentrate', unit: 't', quantity: '24', grade: '60', facts: { moisturePct: '2' }, month: 14, orders: 7, soldOut: false, description: 'Cassiterite, 60 % tin, dried.' },
        { product: 'tin/concentrate', unit: 't', quantity: '20', grade: '64', facts: { moisturePct: '1' }, month: 17, orders: 5, soldOut: false, description: 'Cassiterite from the new jig, 64 % tin.' },
        { product: 'tantalum/concentrate', unit: 't', quantity: '5', grade: '30', unitAsk: '56000', month: 18, orders: 3, soldOut: false, description: 'Tantalite, 30 % Ta₂O₅.' },
      ],
    ),
  },
  {
    key: 'kolwezi',
    name: 'Coopérative Lumière du Lualaba',
    programme: 'lakes',
    country: 'CD',
    district: 'Kolwezi',
    locale: 'fr',
    currency: 'CDF',
    womenLed: false,
    description: 'Hand-sorted copper and cobalt from a supervised zone, without children and with masks.',
    people: people('lumiere-lualaba', 'Dieudonné Mwamba', 'Solange Kasongo', 'Héritier Kalala'),
    members: { women: 8, men: 21, unknown: 3 },
    firstNames: CONGO,
    charges: [
      { kind: 'royalty', payee: 'Division des Mines, Lualaba', basis: 'Royalty on the sale', rateBps: 350, source: 'Demo rate' },
      { kind: 'assay', payee: 'Lualaba Assay', basis: 'Sampling and assay', fixed: '220.00', source: 'Demo price list' },
      { kind: 'transport', payee: 'Copperbelt Road Freight', basis: 'Road to the smelter’s depot', rateBps: 250, source: 'Demo contract' },
    ],
    baselines: [
      { product: 'copper/concentrate', referenceBps: 4600 },
      { product: 'cobalt/concentrate', perUnit: '950', unit: 't', currency: 'USD' },
    ],
    payout: { method: 'bank', provider: 'Banque du Copperbelt' },
    lots: lotsOf(
      { currency: 'USD', incoterm: 'FCA', place: 'Kolwezi', gradeUnit: '%', unit: 't', certificates: ['icglr'] },
      [
        { product: 'copper/concentrate', unit: 't', quantity: '90', grade: '24', unitAsk: '1400', facts: { moisturePct: '8' }, month: 1, orders: 5, soldOut: true, description: 'Malachite concentrate, 24 % copper.' },
        { product: 'cobalt/concentrate', unit: 't', quantity: '40', grade: '9', unitAsk: '1500', facts: { moisturePct: '9' }, month: 6, orders: 5, soldOut: true, description: 'Heterogenite, hand-sorted, 9 % cobalt.' },
        { product: 'copper/concentrate', unit: 't', quantity: '120', grade: '26', unitAsk: '1650', facts: { moisturePct: '7.5' }, month: 14, orders: 6, soldOut: false, description: 'Concentrate of the shared flotation cell.' },
        { product: 'copper/concentrate', unit: 't', quantity: '80', grade: '25', unitAsk: '1900', facts: { moisturePct: '8' }, month: 19, orders: 4, soldOut: false, description: 'Dried to under 8 % moisture.' },
        { product: 'cobalt/concentrate', unit: 't', quantity: '36', grade: '10', unitAsk: '2100', facts: { moisturePct: '8.5' }, month: 18, orders: 5, soldOut: false, description: 'Heterogenite, 10 % cobalt, bagged and tagged.' },
      ],
    ),
  },
  {
    key: 'rulindo',
    name: 'Twiyubake Mining Cooperative',
    programme: 'lakes',
    country: 'RW',
    district: 'Rulindo',
    locale: 'en',
    currency: 'RWF',
    womenLed: false,
    description: 'Wolframite and cassiterite from one hill, with a dressing shed that the members built.',
    people: people('twiyubake', 'Innocent Habimana', 'Vestine Mukamana', 'Eric Nshimiyimana'),
    members: { women: 7, men: 12, unknown: 0 },
    firstNames: RWANDA,
    charges: [
      { kind: 'royalty', payee: 'Rwanda Revenue Authority', basis: 'Royalty on the sale', rateBps: 400, source: 'Demo rate' },
      { kind: 'assay', payee: 'Kigali Mineral Laboratory', basis: 'Sampling and assay', fixed: '150.00', source: 'Demo price list' },
    ],
    baselines: [
      { product: 'tungsten/concentrate', perUnit: '11500', unit: 't', currency: 'USD' },
      { product: 'tin/concentrate', referenceBps: 6000 },
    ],
    payout: { method: 'bank', provider: 'Umurenge Savings Bank' },
    lots: lotsOf(
      { currency: 'USD', incoterm: 'FCA', place: 'Kigali', gradeUnit: '%', unit: 't', certificates: ['itsci', 'icglr'] },
      [
        { product: 'tungsten/concentrate', unit: 't', quantity: '9', grade: '65', unitAsk: '15500', month: 2, orders: 5, soldOut: true, description: 'Wolframite, 65 % WO₃, low arsenic.' },
        { product: 'tin/concentrate', unit: 't', quantity: '12', grade: '66', month: 3, orders: 5, soldOut: true, description: 'Cassiterite, 66 % tin.' },
        { product: 'tungsten/concentrate', unit: 't', quantity: '14', grade: '64', unitAsk: '17000', month: 13, orders: 6, soldOut: false, description: 'Wolframite from two dressing sheds.' },
        { product: 'tin/concentrate', unit: 't', quantity: '16', grade: '65', month: 15, orders: 6, soldOut: false, description: 'Cassiterite, dried and sieved.' },
        { product: 'tungsten/concentrate', unit: 't', quantity: '10', grade: '66', unitAsk: '19000', month: 20, orders: 3, soldOut: false, description: 'Wolframite, 66 % WO₃.' },
      ],
    ),
  },
  {
    key: 'kasese',
    name: 'Kasese Salt and Lime Women',
    programme: 'lakes',
    country: 'UG',
    district: 'Kasese',
    locale: 'en',
    currency: 'UGX',
    womenLed: true,
    description: 'Women who own their salt pans and two lime kilns, and sell in bags with their own name on it.',
    people: people('kasese-women', 'Masika Janet', 'Biira Harriet', 'Kabugho Doreen'),
    members: { women: 22, men: 5, unknown: 0 },
    firstNames: UGANDA,
    charges: [
      { kind: 'royalty', payee: 'Kasese District', basis: 'Royalty on the sale', rateBps: 300, source: 'Demo rate' },
      { kind: 'transport', payee: 'Rwenzori Transporters', basis: 'Road to Kampala', rateBps: 600, source: 'Demo contract' },
    ],
    baselines: [
      { product: 'salt/table-salt', perUnit: '420000', unit: 't', currency: 'UGX' },
      { product: 'limestone/lime', perUnit: '310000', unit: 't', currency: 'UGX' },
      { product: 'gypsum/plaster', perUnit: '380000', unit: 't', currency: 'UGX' },
    ],
    payout: { method: 'mobile-money', provider: 'MTN MoMo' },
    lots: lotsOf(
      { currency: 'UGX', incoterm: 'DAP', place: 'Kampala', unit: 't', quality: 'good' },
      [
        { product: 'salt/table-salt', unit: 't', quantity: '60', unitAsk: '640000', month: 0, orders: 7, soldOut: true, description: 'Washed and iodised table salt in 25 kg bags.' },
        { product: 'limestone/lime', unit: 't', quantity: '70', unitAsk: '450000', month: 3, orders: 6, soldOut: true, description: 'Hydrated lime for fields and walls.' },
        { product: 'salt/table-salt', unit: 't', quantity: '90', unitAsk: '665000', month: 13, orders: 8, soldOut: false, description: 'Iodised table salt, new drying racks.' },
        { product: 'limestone/lime', unit: 't', quantity: '80', unitAsk: '470000', month: 14, orders: 6, soldOut: false, description: 'Hydrated lime from the improved kiln: one third less wood.' },
        { product: 'gypsum/plaster', unit: 't', quantity: '40', unitAsk: '540000', month: 17, orders: 4, soldOut: false, description: 'Ground gypsum for plaster.' },
      ],
    ),
  },
];
