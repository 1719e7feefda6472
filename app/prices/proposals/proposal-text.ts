import type { Formats } from '#app/platform/i18n/format';
import type { Comparison } from './compare-proposal.server';
import type { ProposalFacts } from './proposal-facts.schema';
import { otherWayRound } from '../rates/rate-doubts';
import { commodityText } from '../series/labels';
import { perText } from '../vocabulary/unit-text';

type Translate = (key: string, params?: Record<string, string | number>) => string;

/** What is proposed, in one line: `1 USD = 2,590 TZS`, `Gold, Geita (TZ): TZS 310,000 per g`, `op.apt-tungsten`. */
export function proposalTitle(t: Translate, format: Formats, { kind, facts }: ProposalFacts): string {
  if (kind === 'fx-rate') return rateText(format, facts);
  if (kind === 'series') return facts.key;
  const price = `${format.price(facts.price, facts.currency, 6)} ${perText(t, facts.per)}`;
  return `${commodityText(t, facts.commodity)}, ${facts.district} (${facts.country}): ${price}`;
}

/** A rate with its direction: `1 USD = 63.9 MZN`. */
export function rateText(
  format: Formats,
  { base, quote, rate }: { base: string; quote: string; rate: string },
): string {
  return `1 ${base} = ${format.number(rate, { maxDecimals: 12 })} ${quote}`;
}

/** Every fact of a proposal as a term and its value, for the page on which it is decided. */
export function proposalTerms(
  t: Translate,
  format: Formats,
  { kind, facts }: ProposalFacts,
): { term: string; value: string }[] {
  if (kind === 'fx-rate')
    return [
      { term: t('pricing:rates.field.rate'), value: rateText(format, facts) },
      { term: t('pricing:rates.field.otherWay'), value: rateText(format, otherWayRound(facts)) },
      { term: t('pricing:rates.field.on'), value: format.date(facts.on) },
      { term: t('pricing:rates.field.source'), value: facts.source },
    ];
  if (kind === 'local-price')
    return [
      { term: t('pricing:rates.field.commodity'), value: commodityText(t, facts.commodity) },
      { term: t('pricing:rates.field.district'), value: `${facts.district}, ${format.country(facts.country)}` },
      {
        term: t('pricing:rates.field.price'),
        value: `${format.price(facts.price, facts.currency, 6)} ${perText(t, facts.per)}`,
      },
      { term: t('pricing:rates.field.on'), value: format.date(facts.on) },
      { term: t('pricing:rates.field.source'), value: facts.source },
    ];
  return [
    { term: t('pricing:rates.field.key'), value: facts.key },
    { term: t('pricing:rates.field.commodity'), value: commodityText(t, facts.commodity) },
    { term: t('pricing:rates.field.unit'), value: `${facts.currency} ${perText(t, facts.per)}` },
    { term: t('pricing:rates.field.source'), value: facts.source },
    { term: t('pricing:rates.field.licence'), value: facts.licence },
    { term: t('pricing:rates.field.attribution'), value: facts.attribution },
    { term: t('pricing:rates.field.pageUrl'), value: facts.pageUrl },
    {
      term: t('pricing:about.staleness'),
      value: t('pricing:about.stalenessText', { fresh: facts.freshDays, stale: facts.staleDays }),
    },
    { term: t('pricing:rates.field.quarantinePct'), value: format.percent(facts.quarantinePct) },
  ];
}

/** What counts today beside what is proposed; nothing where there is nothing yet. */
export function comparisonTerms(
  t: Translate,
  format: Formats,
  comparison: Comparison | null,
): { term: string; value: string }[] {
  if (!comparison) return [];
  const { value, on, source, changePct } = comparison;
  const day = on.length === 7 ? format.date(on, 'month') : format.date(on);
  return [
    {
      term: t('pricing:rates.compare.now'),
      value: t('pricing:rates.compare.value', { value: format.number(value, { maxDecimals: 6 }), day, source }),
    },
    { term: t('pricing:rates.compare.change'), value: format.percent(changePct, 1, { signed: true }) },
  ];
}
