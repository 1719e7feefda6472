type Translate = (key: string, params?: Record<string, string | number>) => string;
type Numbers = { number(decimal: string): string };

/** Names of units that are no symbols. */
const UNIT_LABEL: Record<string, string> = {
  tola: 'pricing:calculator.unit.tola',
  dwt: 'pricing:calculator.unit.dwt',
  grain: 'pricing:calculator.unit.grain',
  ozt: 'pricing:calculator.unit.ozt',
  ct: 'pricing:calculator.unit.ct',
  piece: 'pricing:unit.pieces',
  karat: 'pricing:calculator.unit.karat',
  lb: 'pricing:unit.lb',
  st: 'pricing:unit.st',
};

/** As they are written in a sum; the same in all our languages. */
const SYMBOL: Record<string, string> = { permil: '‰', ozt: 'oz t', m2: 'm²', m3: 'm³' };

/** `900‰`, `25%`, `1.6 g/t`. */
export function gradeText(t: Translate, format: Numbers, { value, unit }: { value: string; unit: string }): string {
  const figure = format.number(value);
  if (unit === '%') return `${figure}%`;
  return unit === 'permil' ? `${figure}‰` : `${figure}\u00a0${measureText(t, format, unit)}`;
}

/** Behind a quantity: `troy ounce`, `pieces`, `m²`, `kg`. */
export function unitText(t: Translate, unit: string): string {
  const key = UNIT_LABEL[unit];
  return key ? t(key) : (SYMBOL[unit] ?? unit);
}

const COUNTED: Record<string, string> = {
  ct: 'pricing:unit.counted.ct',
  ozt: 'pricing:unit.counted.ozt',
  tola: 'pricing:unit.counted.tola',
  dwt: 'pricing:unit.counted.dwt',
  grain: 'pricing:unit.counted.grain',
  lb: 'pricing:unit.counted.lb',
  piece: 'pricing:unit.counted.piece',
};

/** `1 carat`, `25 carats`, `12.5 kg`. */
export function countedText(t: Translate, format: Numbers, { value, unit }: { value: string; unit: string }): string {
  const figure = format.number(value);
  const key = COUNTED[unit];
  // The plural follows the number; beyond one it never changes in our languages.
  return key ? t(key, { value: figure, count: /^1(\.0*)?$/.test(value) ? 1 : 2 }) : `${figure} ${unitText(t, unit)}`;
}

/** In a sum: `oz t`, `ct`, `m²`; only what is counted is a word. */
export function unitSign(t: Translate, unit: string): string {
  return unit === 'piece' ? t('pricing:unit.pieces') : (SYMBOL[unit] ?? unit);
}

const PER_LABEL: Record<string, string> = {
  ozt: 'pricing:per.ozt',
  t: 'pricing:per.t',
  dmtu: 'pricing:per.dmtu',
  lb: 'pricing:per.lb',
  MTU: 'pricing:per.mtu',
};

/** `per troy ounce`, `per piece`, `per m²`. */
export function perText(t: Translate, unit: string): string {
  const key = PER_LABEL[unit];
  if (key) return t(key);
  const name = unit === 'piece' ? t('pricing:unit.piece') : unit === 'h' ? t('pricing:unit.hour') : unitText(t, unit);
  return t('pricing:per.other', { unit: name });
}

const PER_BATCH = /^([A-Z]{3})(?: per | \/ )([\d.]+) (\w+)$/;
const RATE = /^([A-Z]{3})\/(\w+)$/;

/** The unit of a figure of a method or a sum, whatever it is: `USD per tonne`, `MZN per 10,000 pieces`, `‰`, `g/t`. */
export function measureText(t: Translate, format: Numbers, measure: string): string {
  const [, currency = '', count = '', unit = ''] = PER_BATCH.exec(measure) ?? [];
  if (unit) return t('pricing:unit.perBatch', { currency, count: format.number(count), unit: unitText(t, unit) });
  const [, money = '', per = ''] = RATE.exec(measure) ?? [];
  if (per) return `${money} ${perText(t, per)}`;
  return measure.includes('/') ? measure.replaceAll('ozt', 'oz t') : unitSign(t, measure);
}
