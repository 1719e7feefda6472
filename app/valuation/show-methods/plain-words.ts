import { BAND_LEVELS, looksAtSales, type BandLevel, type Method } from '../methods/method';
import { LEVEL_LABEL } from '../vocabulary/method-labels';
import { chargeText, contentText, elementText } from '../vocabulary/element-text';
import { perText } from '#app/prices/vocabulary/unit-text';

type Translate = (key: string, params?: Record<string, string | number>) => string;
type Figures = {
  list(parts: readonly string[]): string;
  percent(percent: string, decimals?: number): string;
  price(decimal: string, currency: string, maxDecimals?: number): string;
};
export type PlainWords = { t: Translate; format: Figures };

/**
 * What a method does, a sentence for each thing that its own terms have. Made from the terms and from nothing else: a method without penalties never
 * speaks of them, and a change of terms changes the words.
 */
export function plainWords(method: Method, words: PlainWords): string[] {
  const { t } = words;
  switch (method.family) {
    case 'contained-metal':
      return [
        t('pricing:methods.plain.content', { content: contentText(t, method.element) }),
        t('pricing:methods.plain.referenceMonth'),
        ...premiumWords(method, words),
      ];
    case 'contract-terms':
      return contractWords(method, words);
    case 'cost-plus': {
      const margins = BAND_LEVELS.filter((level) => method.terms[level].marginPct !== '0');
      const part = (level: BandLevel) => words.format.percent(method.terms[level].marginPct, 0);
      return [
        t('pricing:methods.plain.makingCost'),
        ...(margins.length > 0 ? [t('pricing:methods.plain.margins', { levels: ofLevels(margins, part, words) })] : []),
        ...(looksAtSales(method) ? [t('pricing:methods.plain.thenSales')] : []),
      ];
    }
    case 'comparables':
      return [t('pricing:methods.plain.comparables')];
  }
}

function premiumWords({ terms }: Extract<Method, { family: 'contained-metal' }>, words: PlainWords): string[] {
  const { t, format } = words;
  const paid = BAND_LEVELS.filter((level) => terms[level].premium !== null || terms[level].premiumPct !== '0');
  if (paid.length === 0) return [];
  const amount = (level: BandLevel) => {
    const { premium, premiumPct } = terms[level];
    const parts = [
      ...(premiumPct === '0' ? [] : [format.percent(premiumPct, 0)]),
      ...(premium ? [`${format.price(premium.value, premium.currency, 2)} ${perText(t, premium.per)}`] : []),
    ];
    return parts.join(' + ');
  };
  return [t('pricing:methods.plain.premium', { levels: ofLevels(paid, amount, words) })];
}

function ofLevels(levels: readonly BandLevel[], amount: (level: BandLevel) => string, { t, format }: PlainWords) {
  return format.list(
    levels.map((level) =>
      t('pricing:methods.plain.levelPart', { level: t(LEVEL_LABEL[level]).toLowerCase(), amount: amount(level) }),
    ),
  );
}

function contractWords({ terms }: Extract<Method, { family: 'contract-terms' }>, { t, format }: PlainWords): string[] {
  const all = BAND_LEVELS.map((level) => terms[level]);
  const payables = all.flatMap((one) => one.payables);
  const names = (elements: readonly string[]) => format.list([...new Set(elements)].map((one) => elementText(t, one)));
  const deducted = payables.filter(
    ({ deduction, minimumDeduction }) => deduction !== null || minimumDeduction !== null,
  );
  const charges = [
    ...all.flatMap((one) => one.charges.map(({ label }) => chargeText(t, label))),
    ...payables.flatMap(({ element, refining }) =>
      refining ? [t('pricing:bands.subject.refining', { element: elementText(t, element) })] : [],
    ),
  ];
  const penalties = all.flatMap((one) => one.penalties.map(({ element }) => element));
  const when = (holds: boolean, sentence: () => string): string[] => (holds ? [sentence()] : []);
  return [
    t('pricing:methods.plain.payables', { elements: names(payables.map(({ element }) => element)) }),
    ...when(deducted.length > 0, () =>
      t('pricing:methods.plain.deductions', { elements: names(deducted.map(({ element }) => element)) }),
    ),
    ...when(
      all.some(({ franchisePct }) => franchisePct !== '0'),
      () => t('pricing:methods.plain.franchise'),
    ),
    ...when(
      payables.some(({ discountPct }) => discountPct !== '0'),
      () => t('pricing:methods.plain.discount'),
    ),
    ...when(charges.length > 0, () =>
      t('pricing:methods.plain.charges', { charges: format.list([...new Set(charges)]) }),
    ),
    ...when(penalties.length > 0, () => t('pricing:methods.plain.penalties', { elements: names(penalties) })),
    ...when(charges.length === 0 && penalties.length === 0, () => t('pricing:methods.plain.noPenalties')),
  ];
}
