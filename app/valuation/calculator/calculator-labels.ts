import type { Product, Stone } from './calculator-products';
import type { VerdictState } from '../bands/verdict';

/** Message keys by the codes of the calculator; written out, so that every key is found by a search. */
export const PRODUCT_LABEL: Record<Product, string> = {
  gold: 'pricing:calculator.product.gold',
  silver: 'pricing:calculator.product.silver',
  tin: 'pricing:calculator.product.tin',
  stones: 'pricing:calculator.product.stones',
  bricks: 'pricing:calculator.product.bricks',
};

/** The link to an example of each kind. */
export const PRODUCT_EXAMPLE: Record<Product, string> = {
  gold: 'pricing:calculator.example.gold',
  silver: 'pricing:calculator.example.silver',
  tin: 'pricing:calculator.example.tin',
  stones: 'pricing:calculator.example.stones',
  bricks: 'pricing:calculator.example.bricks',
};

export const STONE_LABEL: Record<Stone, string> = {
  sapphire: 'pricing:calculator.stone.sapphire',
  ruby: 'pricing:calculator.stone.ruby',
  emerald: 'pricing:calculator.stone.emerald',
  tourmaline: 'pricing:calculator.stone.tourmaline',
  amethyst: 'pricing:calculator.stone.amethyst',
  garnet: 'pricing:calculator.stone.garnet',
  aquamarine: 'pricing:calculator.stone.aquamarine',
};

/** Choices of a list that are words. */
export const WORD_LABEL: Record<string, string> = {
  rough: 'pricing:calculator.form.rough',
  cut: 'pricing:calculator.form.cut',
  fine: 'pricing:calculator.quality.fine',
  good: 'pricing:calculator.quality.good',
  commercial: 'pricing:calculator.quality.commercial',
};

export const VERDICT_SENTENCE: Record<VerdictState, string> = {
  'below-floor': 'pricing:calculator.verdict.belowFloor',
  low: 'pricing:calculator.verdict.low',
  fair: 'pricing:calculator.verdict.fair',
  high: 'pricing:calculator.verdict.high',
  'above-ceiling': 'pricing:calculator.verdict.aboveCeiling',
};

export const VERDICT_TONE: Record<VerdictState, 'error' | 'warn' | 'success'> = {
  'below-floor': 'error',
  low: 'warn',
  fair: 'success',
  high: 'warn',
  'above-ceiling': 'error',
};
