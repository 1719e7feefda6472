import { describe, expect, it } from 'vitest';
import { LOCALES } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { STARTING_METHODS } from '../methods/starting/starting-methods';
import { citationText, shippedCitation } from './citation-text';
import { approverText, byApproverText, shippedText } from '#app/platform/i18n/shipped-text';

const citations = [...new Set(STARTING_METHODS.flatMap(({ sources }) => sources.map(({ citation }) => citation)))];
const say =
  (locale: (typeof LOCALES)[number]) =>
  (key: string, params: Record<string, string> = {}) =>
    translator(locale)(key, params);

describe('the sources of the terms that the product ships with', () => {
  it.each(LOCALES)('are all said in %s, each in its own words', (locale) => {
    const texts = citations.map((citation) => shippedCitation(say(locale), citation)?.text);
    expect(texts).not.toContain(undefined);
    expect(new Set(texts).size).toBe(citations.length);
    if (locale !== 'en') for (const text of texts) expect(citations).not.toContain(text);
  });

  it('keep every figure, whatever its decimal mark', () => {
    const figures = (text: string) =>
      (text.match(/(?<!\p{L})\d+(?:[.,\s]\d+)*/gu) ?? []).map((one) => one.replace(/[.,\s]/g, '')).sort();
    for (const citation of citations)
      for (const locale of LOCALES) {
        const { title, text } = citationText(say(locale), citation);
        expect(figures(`${title ?? ''}: ${text}`), `${citation} in ${locale}`).toEqual(figures(citation));
      }
  });

  it('in English say what the method says', () => {
    for (const citation of citations) {
      const { title, text } = citationText(say('en'), citation);
      const whole = title === null ? text : `${title}: ${text}`;
      expect(
        whole
          .replace('’', "'")
          .replace(
            /(gold|silver|platinum|tin|copper|cobalt|tungsten oxide|tantalum oxide) \((\w+)[₀-₉]?\w*[₀-₉]?\)/u,
            '$2',
          ),
      ).toContain(citation.slice(0, 20));
    }
  });

  it('leave alone what staff typed', () => {
    expect(citationText(say('fr'), 'Kolwezi buyers, May 2026')).toEqual({
      title: null,
      text: 'Kolwezi buyers, May 2026',
    });
  });
});

describe('shippedText', () => {
  const fr = say('fr');

  it('says sources of the demo and of delivered series in the reader’s language', () => {
    expect(shippedText(fr, 'Demo figure, not a market quote')).toBe('Chiffre de démonstration, pas une cotation');
    expect(shippedText(fr, 'Demo rate')).toBe('Taux de démonstration');
    expect(shippedText(fr, 'Pit traders, Geita (TZ)')).toBe('Acheteurs sur le site minier, Geita (TZ)');
    expect(shippedText(fr, 'Pit traders, Geita (TZ), recorded by staff of A programme')).toBe(
      'Acheteurs sur le site minier, Geita (TZ), noté par le personnel de ce programme : A programme',
    );
  });

  it('says both legs of a rate over dollars', () => {
    const legs = 'Demo rate, not a market quote (2610 TZS/USD, 2026-06-01); ECB (0.9 EUR/USD, 2026-06-01)';
    expect(shippedText(fr, legs)).toBe(
      'Taux de démonstration, pas une cotation (2610 TZS/USD, 2026-06-01); ECB (0.9 EUR/USD, 2026-06-01)',
    );
  });

  it('leaves titles and what people typed as they are', () => {
    for (const text of ['World Bank Commodity Price Data (The Pink Sheet)', 'CC BY 4.0', 'Demo ratepayers’ club'])
      expect(shippedText(fr, text)).toBe(text);
    expect(approverText(fr, 'Amina Mushi')).toBe('Amina Mushi');
    expect(approverText(fr, 'Fairlode maintainers')).toBe('les auteurs de Fairlode');
    expect(byApproverText(say('pt'), 'Fairlode maintainers')).toBe('pelos autores da Fairlode');
    expect(byApproverText(say('pt'), 'Amina Mushi')).toBe('por Amina Mushi');
  });
});
