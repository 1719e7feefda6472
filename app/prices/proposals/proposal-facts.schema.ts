import { isDay } from '#app/money/calendar-day';
import { z } from 'zod';
import { isCountryCode } from '#app/identity/organisations/countries';
import { Decimal } from '#app/money/decimal';
import { readTypedDecimal } from '#app/money/typed-decimal';
import { isCurrency } from '#app/money/currency';
import { isQuantityUnit } from '#app/money/units';
import { COMMODITIES } from '../series/commodity-keys';
import { runsInSpreadsheet } from '../series/spreadsheet-text';

/** What staff may propose. Messages of the schemas are keys of words, since forms show them. */
export const PROPOSAL_KINDS = ['fx-rate', 'local-price', 'series'] as const satisfies readonly ProposalFacts['kind'][];
export type ProposalKind = ProposalFacts['kind'];

const LARGEST = '1000000000';

const amount = z
  .string()
  .trim()
  .transform((text, context) => {
    const read = readTypedDecimal(text, { maxDecimals: 12, max: LARGEST });
    if ('value' in read) return read.value;
    const message =
      read.problem === 'too-large' ? 'pricing:rates.refusal.amountTooLarge' : 'pricing:rates.refusal.amount';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
const currency = z.string().refine(isCurrency, 'pricing:rates.refusal.currency');
const per = z.string().refine(isQuantityUnit, 'pricing:rates.refusal.unit');
const commodity = z.enum(COMMODITIES, 'pricing:rates.refusal.commodity');
const day = z.string().trim().refine(isDay, 'pricing:rates.refusal.day');
const days = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,2}$/, 'pricing:rates.refusal.days')
  .transform((text) => Number.parseInt(text, 10));

function words(least: number, most: number) {
  return z
    .string()
    .trim()
    .transform((text) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ').trim())
    .pipe(z.string().min(least, 'pricing:rates.refusal.wordsShort').max(most, 'pricing:rates.refusal.words'));
}

/** Words that go out with every figure, in tables that are opened in a spreadsheet. */
function shownWords(least: number, most: number) {
  return words(least, most).refine((text) => !runsInSpreadsheet(text), 'pricing:rates.refusal.formula');
}

function isWebPage(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}

/** `rate` units of `quote` for one `base`: what a bank or a money changer said on a day. */
export const rateFactsSchema = z
  .object({ base: currency, quote: currency, rate: amount, on: day, source: words(3, 160) })
  .refine(({ base, quote }) => base !== quote, { path: ['quote'], message: 'pricing:rates.refusal.sameCurrency' });
export type RateFacts = z.infer<typeof rateFactsSchema>;

/** What traders at the pit paid in a district on a day. */
export const localPriceFactsSchema = z.object({
  commodity,
  country: z.string().refine(isCountryCode, 'pricing:rates.refusal.country'),
  district: words(2, 60),
  price: amount,
  currency,
  per,
  on: day,
  source: words(3, 160),
});
export type LocalPriceFacts = z.infer<typeof localPriceFactsSchema>;

/** A series of the operator's own, for what no open publisher prints: APT of tungsten, tantalite, cobalt. */
export const seriesFactsSchema = z
  .object({
    key: z
      .string()
      .trim()
      .regex(/^op\.[a-z0-9]+(?:-[a-z0-9]+)*$/, 'pricing:rates.refusal.key')
      .max(64, 'pricing:rates.refusal.key'),
    commodity,
    currency,
    per,
    source: shownWords(3, 160),
    licence: shownWords(3, 160),
    attribution: shownWords(3, 240),
    pageUrl: z.string().trim().max(500).refine(isWebPage, 'pricing:rates.refusal.page'),
    freshDays: days,
    staleDays: days,
    quarantinePct: amount.refine((text) => new Decimal(text).lessThanOrEqualTo(1000), 'pricing:rates.refusal.amount'),
  })
  .refine(({ freshDays, staleDays }) => staleDays >= freshDays, {
    path: ['staleDays'],
    message: 'pricing:rates.refusal.staleFirst',
  });
export type SeriesFacts = z.infer<typeof seriesFactsSchema>;

export type ProposalFacts =
  | { kind: 'fx-rate'; facts: RateFacts }
  | { kind: 'local-price'; facts: LocalPriceFacts }
  | { kind: 'series'; facts: SeriesFacts };

/** Reads what is kept of a proposal. */
export function keptFacts(kind: string, facts: unknown): ProposalFacts {
  // Written by the same schemas, whose transforms leave plain values; only whole days were numbers already.
  return { kind, facts } as ProposalFacts;
}
