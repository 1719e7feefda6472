import { describe, expect, it } from 'vitest';
import { formatsFor } from '#app/platform/i18n/format';
import { LOCALES } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { BAND_LEVELS, type ContractMethod, type Method } from '../methods/method';
import { STARTING_METHODS } from '../methods/starting/starting-methods';
import { termsText } from './method-terms';
import { plainWords } from './plain-words';

const format = formatsFor('en');
const inEnglish = (method: Method) =>
  plainWords(method, { t: (key, params = {}) => translator('en')(key, params), format })
    .join(' ')
    .replaceAll('\u00a0', ' ');
/** The keys alone: what is spoken of. */
const topics = (method: Method) => plainWords(method, { t: (key) => key, format });
const method = (id: string) => {
  const found = STARTING_METHODS.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};

const contracts = STARTING_METHODS.filter((one): one is ContractMethod => one.family === 'contract-terms');

describe.each(contracts.map((one) => [one.id, one] as const))('the plain words of %s', (_id, contract) => {
  const all = BAND_LEVELS.map((level) => contract.terms[level]);
  const payables = all.flatMap((one) => one.payables);

  it('speak of what its terms have, and of nothing else', () => {
    const has = {
      'pricing:methods.plain.deductions': payables.some((one) => one.deduction || one.minimumDeduction),
      'pricing:methods.plain.franchise': all.some(({ franchisePct }) => franchisePct !== '0'),
      'pricing:methods.plain.discount': payables.some(({ discountPct }) => discountPct !== '0'),
      'pricing:methods.plain.charges':
        all.some(({ charges }) => charges.length > 0) || payables.some((one) => one.refining),
      'pricing:methods.plain.penalties': all.some(({ penalties }) => penalties.length > 0),
    };
    const said = topics(contract);
    for (const [key, is] of Object.entries(has)) expect(said.includes(key), key).toBe(Boolean(is));
  });

  it('name every element that is paid for or charged for, and its three prices say the same', () => {
    const text = inEnglish(contract).replace(/[₀-₉]/gu, (digit) => `${(digit.codePointAt(0) ?? 0) - 0x2080}`);
    for (const { element } of [...payables, ...all.flatMap((one) => one.penalties)])
      expect(text).toContain(`(${element})`);
    const charged = topics(contract).includes('pricing:methods.plain.charges');
    const penalised = topics(contract).includes('pricing:methods.plain.penalties');
    for (const level of BAND_LEVELS) {
      const terms = termsText(contract, level);
      const less = terms.key === 'pricing:methods.contractLess' ? terms.less : null;
      expect(less).toBe(charged && penalised ? 'both' : charged ? 'charges' : penalised ? 'penalties' : null);
    }
  });
});

describe('plain words', () => {
  it('do not speak of treatment or penalties where there are none', () => {
    expect(inEnglish(method('cobalt-concentrate/1'))).not.toMatch(/treatment|harmful|refining/i);
    expect(inEnglish(method('cobalt-concentrate/1'))).toContain('no charges and no penalties');
    expect(inEnglish(method('tungsten-concentrate/1'))).toContain(
      'Harmful elements above a free limit cost a penalty: arsenic (As)',
    );
    expect(inEnglish(method('copper-concentrate/1'))).toContain('treatment, refining of copper (Cu)');
  });

  it('call only precious metals fine', () => {
    for (const one of STARTING_METHODS) {
      const precious = ['gold-dore', 'silver-dore', 'platinum-dore'].includes(one.id.split('/')[0] ?? '');
      expect(/\bfine\b/.test(inEnglish(one)), one.id).toBe(precious);
    }
  });

  it('follow a change of terms', () => {
    const bricks = method('bricks/2');
    if (bricks.family !== 'cost-plus') throw new Error('bricks');
    expect(inEnglish(bricks)).toContain('A margin is added on the cost: fair 15% and ceiling 35%.');
    const changed = { ...bricks, terms: { ...bricks.terms, fair: { marginPct: '20' } } };
    expect(inEnglish(changed)).toContain('fair 20% and ceiling 35%');
    expect(inEnglish(changed)).not.toContain('verified sales');
    expect(inEnglish(method('gold-dore/1'))).toContain(
      'A premium comes on top of it: fair USD 2.00 per g and ceiling USD 6.00 per g.',
    );
  });

  it.each(LOCALES)('are there for every method in %s', (locale) => {
    const t = (key: string, params: Record<string, string | number> = {}) => translator(locale)(key, params);
    for (const one of STARTING_METHODS) {
      const text = plainWords(one, { t, format: formatsFor(locale) }).join(' ');
      expect(text.length, one.id).toBeGreaterThan(80);
      expect(text).not.toMatch(/[{}]|pricing:/);
    }
  });
});
