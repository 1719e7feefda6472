import { lotsOf } from './make-lots';
import type { SeedCooperative, SeedPerson } from './types';

function people(domain: string, manager: string, treasurer: string, member: string): SeedPerson[] {
  return [
    { name: manager, email: `manager@${domain}.example`, role: 'manager' },
    { name: treasurer, email: `treasurer@${domain}.example`, role: 'treasurer' },
    { name: member, email: `member@${domain}.example`, role: 'member' },
  ];
}

const MOZAMBIQUE = { women: ['Graça', 'Lurdes', 'Anabela', 'Felismina', 'Rosália', 'Celina', 'Amélia'], men: ['Armando', 'Tomás', 'Abílio', 'Zacarias', 'Ernesto'] };
const MADAGASCAR = { women: ['Voahangy', 'Lalao', 'Noro', 'Fara', 'Soa'], men: ['Rivo', 'Hery', 'Solo', 'Tahina', 'Mamy'] };
const ANDES = { women: ['Rosa', 'Juana', 'Marisol', 'Flor', 'Yolanda', 'Luz'], men: ['Wilber', 'Efraín', 'Hugo', 'Rubén', 'Edison'] };

export const OCEANS_COOPERATIVES: SeedCooperative[] = [
  {
    key: 'boane',
    name: 'Oleiros Unidos de Boane',
    programme: 'oceans',
    country: 'MZ',
    district: 'Boane',
    locale: 'pt',
    currency: 'MZN',
    womenLed: true,
    description: 'Families who dig clay, press and burn bricks. With one shared kiln they lose one brick in twenty, not one in five.',
    people: people('oleiros-boane', 'Graça Machava', 'Tomás Sitoe', 'Felismina Langa'),
    members: { women: 11, men: 8, unknown: 2 },
    firstNames: MOZAMBIQUE,
    charges: [
      { kind: 'royalty', payee: 'Autoridade Tributária de Moçambique', basis: 'Tax on mineral production', rateBps: 150, source: 'Demo rate' },
      { kind: 'transport', payee: 'Transportes Umbelúzi', basis: 'Road to Maputo', rateBps: 800, source: 'Demo contract' },
    ],
    baselines: [
      { product: 'clay/bricks', perUnit: '5.2', unit: 'piece', currency: 'MZN' },
      { product: 'clay/tiles', perUnit: '13', unit: 'piece', currency: 'MZN' },
      { product: 'kaolin/powder', perUnit: '3900', unit: 't', currency: 'MZN' },
    ],
    payout: { method: 'mobile-money', provider: 'M-Pesa' },
    lots: lotsOf(
      { currency: 'MZN', incoterm: 'DAP', place: 'Maputo', unit: 'piece', quality: 'good' },
      [
        { product: 'clay/bricks', unit: 'piece', quantity: '90000', unitAsk: '8', month: 0, orders: 7, soldOut: true, description: 'Burnt bricks 22 × 11 × 7 cm, sorted.' },
        { product: 'clay/tiles', unit: 'piece', quantity: '24000', unitAsk: '19', month: 5, orders: 5, soldOut: true, description: 'Roof tiles, pressed, 14 to the square metre.' },
        { product: 'clay/bricks', unit: 'piece', quantity: '120000', unitAsk: '8', month: 13, orders: 7, soldOut: false, description: 'Burnt bricks from the shared kiln, even in size.' },
        { product: 'clay/bricks', unit: 'piece', quantity: '80000', unitAsk: '8', quality: 'fine', month: 18, orders: 5, soldOut: false, description: 'Facing bricks, sorted by colour.' },
        { product: 'kaolin/powder', unit: 't', quantity: '30', unitAsk: '6200', month: 16, orders: 4, soldOut: false, description: 'Washed kaolin for paint and ceramics.' },
      ],
    ),
  },
  {
    key: 'cuamba',
    name: 'Lapidários do Niassa',
    programme: 'oceans',
    country: 'MZ',
    district: 'Cuamba',
    locale: 'pt',
    currency: 'MZN',
    womenLed: false,
    description: 'A cutting school that became a cooperative: tourmaline and aquamarine leave Niassa finished.',
    people: people('lapidarios-niassa', 'Abílio Mussa', 'Anabela Saíde', 'Ernesto Amade'),
    members: { women: 5, men: 7, unknown: 0 },
    firstNames: MOZAMBIQUE,
    charges: [
      { kind: 'royalty', payee: 'Autoridade Tributária de Moçambique', basis: 'Tax on mineral production', rateBps: 600, source: 'Demo rate' },
      { kind: 'assay', payee: 'Laboratório Gemológico de Nampula', basis: 'Stone report', fixed: '55.00', source: 'Demo price list' },
    ],
    baselines: [
      { product: 'tourmaline/cut', perUnit: '26', unit: 'ct', currency: 'USD' },
      { product: 'aquamarine/cut', perUnit: '19', unit: 'ct', currency: 'USD' },
    ],
    payout: { method: 'bank', provider: 'Banco do Niassa' },
    lots: lotsOf(
      { currency: 'USD', incoterm: 'FCA', place: 'Nampula', unit: 'ct' },
      [
        { product: 'tourmaline/cut', unit: 'ct', quantity: '150', quality: 'good', unitAsk: '44', facts: { stoneCt: '1.4' }, month: 2, orders: 6, soldOut: true, description: 'Green and pink tourmaline, emerald cut.' },
        { product: 'aquamarine/cut', unit: 'ct', quantity: '130', quality: 'good', unitAsk: '31', facts: { stoneCt: '2.2' }, month: 6, orders: 5, soldOut: true, description: 'Aquamarine ovals, clean to the eye.' },
        { product: 'tourmaline/cut', unit: 'ct', quantity: '210', quality: 'good', unitAsk: '46', facts: { stoneCt: '1.6' }, month: 14, orders: 6, soldOut: false, description: 'Matched pairs for earrings.' },
        { product: 'aquamarine/cut', unit: 'ct', quantity: '160', quality: 'fine', unitAsk: '58', facts: { stoneCt: '3.0' }, month: 17, orders: 4, soldOut: false, description: 'Deep blue, three carats and more.' },
        { product: 'amethyst/rough', unit: 'ct', quantity: '4000', quality: 'commercial', unitAsk: '0.9', month: 21, orders: 2, soldOut: false, description: 'Rough for learners: deep colour, some veils.' },
      ],
    ),
  },
  {
    key: 'ilakaka',
    name: 'Taille Solidaire Ilakaka',
    programme: 'oceans',
    country: 'MG',
    district: 'Ilakaka',
    locale: 'fr',
    currency: 'MGA',
    womenLed: true,
    description: 'Women who sort, cut and sell sapphires where they are dug. A cut stone keeps ten times the value here.',
    people: people('taille-ilakaka', 'Voahangy Rasoa', 'Rivo Andriana', 'Noro Rabe'),
    members: { women: 10, men: 4, unknown: 1 },
    firstNames: MADAGASCAR,
    charges: [
      { kind: 'royalty', payee: 'Bureau du Cadastre Minier', basis: 'Royalty on the sale', rateBps: 200, source: 'Demo rate' },
      { kind: 'assay', payee: 'Institut de Gemmologie', basis: 'Stone report', fixed: '45.00', source: 'Demo price list' },
    ],
    baselines: [
      { product: 'sapphire/cut', perUnit: '18', unit: 'ct', currency: 'USD' },
      { product: 'ruby/cut', perUnit: '60', unit: 'ct', currency: 'USD' },
      { product: 'sapphire/rough', perUnit: '3.5', unit: 'ct', currency: 'USD' },
    ],
    payout: { method: 'mobile-money', provider: 'MVola' },
    lots: lotsOf(
      { currency: 'USD', incoterm: 'FCA', place: 'Antananarivo', unit: 'ct' },
      [
        { product: 'sapphire/cut', unit: 'ct', quantity: '220', quality: 'good', unitAsk: '32', facts: { stoneCt: '1.0' }, month: 1, orders: 6, soldOut: true, description: 'Blue and violet rounds near one carat.' },
        { product: 'sapphire/rough', unit: 'ct', quantity: '900', quality: 'good', unitAsk: '6', month: 4, orders: 4, soldOut: true, description: 'Sorted rough from the members’ own pits.' },
        { product: 'sapphire/cut', unit: 'ct', quantity: '280', quality: 'good', unitAsk: '35', facts: { stoneCt: '1.1' }, month: 14, orders: 7, soldOut: false, description: 'Calibrated rounds, 5 mm, in series.' },
        { product: 'ruby/cut', unit: 'ct', quantity: '60', quality: 'fine', unitAsk: '118', facts: { stoneCt: '1.0' }, month: 15, orders: 4, soldOut: false, description: 'Unheated rubies with report.' },
        { product: 'garnet/cut', unit: 'ct', quantity: '190', quality: 'good', unitAsk: '16', facts: { stoneCt: '1.7' }, month: 19, orders: 3, soldOut: false, description: 'Demantoid and spessartine, mixed sizes.' },
      ],
    ),
  },
  {
    key: 'puno',
    name: 'Cooperativa Apu Qori',
    programme: 'oceans',
    country: 'PE',
    district: 'Ananea',
    locale: 'es',
    currency: 'PEN',
    womenLed: false,
    description: 'Miners at 4,700 metres with a plant that needs no mercury, and a workshop that makes jewellery.',
    people: people('apu-qori', 'Efraín Mamani', 'Juana Condori', 'Wilber Quispe'),
    members: { women: 8, men: 15, unknown: 2 },
    firstNames: ANDES,
    charges: [
      { kind: 'royalty', payee: 'SUNAT', basis: 'Mining royalty', rateBps: 100, source: 'Demo rate' },
      { kind: 'assay', payee: 'Laboratorio Altiplano', basis: 'Fire assay and weighing', fixed: '160.00', source: 'Demo price list' },
      { kind: 'transport', payee: 'Valores del Sur', basis: 'Secure transport to Lima', rateBps: 70, source: 'Demo contract' },
    ],
    baselines: [
      { product: 'gold/dore', referenceBps: 8600 },
      { product: 'gold/jewellery', perUnit: '310', unit: 'piece', currency: 'USD' },
    ],
    payout: { method: 'bank', provider: 'Caja del Altiplano' },
    lots: lotsOf(
      { currency: 'USD', incoterm: 'FCA', place: 'Lima', unit: 'g', gradeUnit: 'permil', certificates: ['fairmined'] },
      [
        { product: 'gold/dore', unit: 'g', quantity: '2400', grade: '880', month: 0, orders: 6, soldOut: true, description: 'Doré bars, mercury-free plant.' },
        { product: 'gold/jewellery', unit: 'piece', quantity: '60', grade: '750', quality: 'fine', unitAsk: '540', month: 6, orders: 5, soldOut: true, description: 'Rings and earrings, 18 karat, made in Ananea.' },
        { product: 'gold/dore', unit: 'g', quantity: '3000', grade: '885', month: 14, orders: 7, soldOut: false, description: 'Doré of the monthly smelt.' },
        { product: 'gold/dore', unit: 'g', quantity: '2200', grade: '890', month: 18, orders: 5, soldOut: false, description: 'Doré, 890 fine, sealed at the plant.' },
        { product: 'gold/jewellery', unit: 'piece', quantity: '80', grade: '750', quality: 'fine', unitAsk: '690', month: 17, orders: 4, soldOut: false, description: 'Wedding rings in pairs, engraved on request.' },
      ],
    ),
  },
  {
    key: 'huancavelica',
    name: 'Plateros de Huancavelica',
    programme: 'oceans',
    country: 'PE',
    district: 'Huancavelica',
    locale: 'es',
    currency: 'PEN',
    womenLed: false,
    description: 'Silver smelters and silversmiths; a third workshop saws travertine.',
    people: people('plateros-huancavelica', 'Hugo Taipe', 'Marisol Ccente', 'Rubén Escobar'),
    members: { women: 9, men: 10, unknown: 1 },
    firstNames: ANDES,
    charges: [
      { kind: 'royalty', payee: 'SUNAT', basis: 'Mining royalty', rateBps: 100, source: 'Demo rate' },
      { kind: 'assay', payee: 'Laboratorio Central Andino', basis: 'Assay and weighing', fixed: '90.00', source: 'Demo price list' },
      { kind: 'transport', payee: 'Valores del Sur', basis: 'Transport to Lima', rateBps: 120, source: 'Demo contract' },
    ],
    baselines: [
      { product: 'silver/dore', referenceBps: 7900 },
      { product: 'silver/jewellery', perUnit: '14', unit: 'piece', currency: 'USD' },
      { product: 'dimension-stone/slab', perUnit: '17', unit: 'm2', currency: 'USD' },
    ],
    payout: { method: 'bank', provider: 'Caja Huancavelica' },
    lots: lotsOf(
      { currency: 'USD', incoterm: 'FCA', place: 'Lima', unit: 'kg', gradeUnit: 'permil' },
      [
        { product: 'silver/dore', unit: 'kg', quantity: '48', grade: '920', month: 1, orders: 6, soldOut: true, description: 'Silver doré in 4 kg bars.' },
        { product: 'silver/jewellery', unit: 'piece', quantity: '300', grade: '925', quality: 'good', unitAsk: '27', month: 4, orders: 5, soldOut: true, description: 'Filigree earrings, sterling silver.' },
        { product: 'silver/dore', unit: 'kg', quantity: '60', grade: '935', month: 13, orders: 6, soldOut: false, description: 'Silver doré, 935 fine.' },
        { product: 'silver/jewellery', unit: 'piece', quantity: '400', grade: '925', quality: 'good', unitAsk: '31', month: 16, orders: 5, soldOut: false, description: 'Filigree pendants, signed by their makers.' },
        { product: 'dimension-stone/slab', unit: 'm2', quantity: '900', quality: 'good', unitAsk: '28', month: 14, orders: 5, soldOut: false, description: 'Travertine slabs, 2 cm, cross cut.' },
      ],
    ),
  },
  {
    key: 'choco',
    name: 'Barequeras del San Juan',
    programme: 'oceans',
    country: 'CO',
    district: 'Tadó',
    locale: 'es',
    currency: 'COP',
    womenLed: true,
    description: 'Women who pan gold and platinum by hand in the rivers of Chocó, and plant forest behind them.',
    people: people('barequeras-san-juan', 'Luz Mosquera', 'Yolanda Perea', 'Edison Murillo'),
    members: { women: 16, men: 4, unknown: 2 },
    firstNames: ANDES,
    charges: [
      { kind: 'royalty', payee: 'Agencia Nacional de Minería', basis: 'Royalty on gold and platinum', rateBps: 400, source: 'Demo rate' },
      { kind: 'assay', payee: 'Laboratorio Quibdó', basis: 'Assay and weighing', fixed: '120.00', source: 'Demo price list' },
      { kind: 'transport', payee: 'Valores del Pacífico', basis: 'Secure transport to Medellín', rateBps: 90, source: 'Demo contract' },
    ],
    baselines: [
      { product: 'gold/dore', referenceBps: 7600 },
      { product: 'platinum/dore', referenceBps: 7000 },
      { product: 'gold/refined', referenceBps: 7800 },
    ],
    payout: { method: 'mobile-money', provider: 'Nequi' },
    lots: lotsOf(
      { currency: 'USD', incoterm: 'FCA', place: 'Medellín', unit: 'g', gradeUnit: 'permil', certificates: ['fairmined'] },
      [
        { product: 'gold/dore', unit: 'g', quantity: '900', grade: '860', month: 2, orders: 6, soldOut: true, description: 'Panned gold, cast in Tadó.' },
        { product: 'platinum/dore', unit: 'g', quantity: '600', grade: '780', month: 7, orders: 5, soldOut: true, description: 'Platinum grains, cast for assay.' },
        { product: 'gold/dore', unit: 'g', quantity: '1300', grade: '865', month: 14, orders: 7, soldOut: false, description: 'River gold; every panner is named on the sheet.' },
        { product: 'gold/refined', unit: 'g', quantity: '500', grade: '995', month: 18, orders: 4, soldOut: false, description: 'Refined in Medellín to 995.' },
        { product: 'gold/dore', unit: 'g', quantity: '700', grade: '870', month: 21, orders: 3, soldOut: false, description: 'Panned gold of the rainy season.' },
      ],
    ),
  },
];
