import type { TFunction } from 'i18next';
import { asCurrency } from '#app/money/currency';
import { parseAmount } from '#app/money/money';
import type { Deps } from '#app/platform/deps';
import { formatsFor, type Formats } from '#app/platform/i18n/format';
import type { Locale } from '#app/platform/i18n/locales';
import { translator } from '#app/platform/i18n/translator.server';
import { VERDICT_WORD } from '../check/check-labels';
import { lossLines } from './loss-lines';
import { seriesKeyText } from '#app/prices/series/labels';
import { LEVEL_LABEL, methodText } from '#app/valuation/vocabulary/method-labels';
import { elementText } from '#app/valuation/vocabulary/element-text';
import { shippedText } from '#app/platform/i18n/shipped-text';
import { countedText, gradeText, perText } from '#app/prices/vocabulary/unit-text';
import { evidencePage, type EvidencePage } from './evidence-page.server';
import type { EvidenceContent } from './evidence-content';
import { drawBand } from './pdf-band.server';
import { PdfPage } from './pdf-page.server';

const CODE_SIZE = 96;

/**
 * What an order is for in the reader's words, from its number: the text under the hash has no word of mineral
 * and form.
 */
type GoodsOf = (order: string) => Promise<string | null>;

/**
 * A certificate on paper, in the reader's language, with a code that leads to where it can be checked. Null
 * where there is no such evidence.
 */
export async function certificatePdf(
  deps: Pick<Deps, 'db' | 'settings'>,
  { sha256, locale, goodsOf }: { sha256: string; locale: Locale; goodsOf: GoodsOf },
): Promise<Buffer | null> {
  const evidence = await evidencePage(deps, sha256);
  if (!evidence) return null;
  const t = translator(locale);
  const format = formatsFor(locale);
  const verifyAt = `${deps.settings.publicUrl}/verify/${sha256}`;
  const title = t('pricing:certificate.title');
  const page = new PdfPage({ title, language: locale, at: new Date(evidence.recordedAt) });
  writeHead(page, { title, sub: t('pricing:certificate.sub'), verifyAt, scan: t('pricing:certificate.scan') });
  if (evidence.content) {
    writeOffer(page, { content: evidence.content, goods: await goodsOf(evidence.content.order) }, t, format);
    if (evidence.content.band) writeBand(page, evidence.content, t, format);
    else page.text(t('pricing:verify.reason.noBand'));
  }
  writeHash(page, evidence, t, format);
  page.text(verifyAt, { size: 8, ink: 'soft' });
  return page.bytes();
}

function writeHead(
  page: PdfPage,
  { title, sub, verifyAt, scan }: { title: string; sub: string; verifyAt: string; scan: string },
): void {
  const left = page.doc.x;
  const top = page.doc.y;
  const beside = left + page.width - CODE_SIZE;
  page.code(verifyAt, CODE_SIZE, beside, top);
  const column = page.width - CODE_SIZE - 24;
  page.text('Fairlode', { size: 11, weight: 700, ink: 'oxide' }, left, column);
  page.text(title, { size: 20, weight: 700 }, left, column);
  page.text(sub, { ink: 'soft' }, left, column);
  page.doc.y = Math.max(page.doc.y, top + CODE_SIZE + 4);
  page.text(scan, { size: 8, ink: 'soft' }, left);
}

type Offer = { content: EvidenceContent; goods: string | null };

function writeOffer(page: PdfPage, { content, goods }: Offer, t: TFunction, format: Formats): void {
  page.heading(t('pricing:certificate.offer'));
  if (goods !== null) page.row(t('pricing:methods.example.goods'), goods, { weight: 700 });
  page.row(t('pricing:certificate.lot'), content.lot);
  page.row(t('pricing:certificate.quantity'), countedText(t, format, content.quantity));
  for (const { term, value } of lossLines(content.band, { t, format })) page.row(term, value);
  for (const grade of content.band?.input.grades ?? []) {
    // The letters on paper have no digits under the line.
    const element = elementText(t, grade.element).normalize('NFKC');
    page.row(t('pricing:certificate.grade', { element }), gradeText(t, format, grade));
  }
  const origin = content.band?.input.originCountry;
  if (origin) page.row(t('pricing:certificate.origin'), format.country(origin));
  page.row(t('pricing:certificate.price'), moneyText(content.price, format), { weight: 700 });
  page.row(t('pricing:certificate.accepted'), format.date(new Date(content.acceptedAt), 'time'));
}

function writeBand(page: PdfPage, { band, price }: EvidenceContent, t: TFunction, format: Formats): void {
  if (!band) return;
  page.heading(t('pricing:certificate.band'));
  const { floor, fair, ceiling, verdict } = band.result;
  const point = (one: Amount, label: string) => ({
    at: minorOf(one),
    value: format.amount({ minor: minorOf(one), currency: asCurrency(one.currency) }),
    label: label.toLocaleLowerCase(format.locale),
  });
  drawBand(page, {
    points: [
      point(floor, t(LEVEL_LABEL.floor)),
      point(fair, t(LEVEL_LABEL.fair)),
      point(ceiling, t(LEVEL_LABEL.ceiling)),
    ],
    marker: price.currency === fair.currency ? { at: minorOf(price), label: t('pricing:certificate.thisPrice') } : null,
  });
  if (verdict)
    page.row(t('pricing:certificate.verdictTitle'), t(VERDICT_WORD[verdict.state] ?? ''), {
      weight: 700,
      ink: verdict.state === 'below-floor' || verdict.state === 'above-ceiling' ? 'oxide' : 'green',
    });
  page.row(t(LEVEL_LABEL.floor), moneyText(floor, format));
  page.row(t(LEVEL_LABEL.fair), moneyText(fair, format));
  page.row(t(LEVEL_LABEL.ceiling), moneyText(ceiling, format));
  page.row(t('pricing:certificate.method'), `${methodText(t, band.method)} (${band.method.id})`);
  page.row(t('pricing:certificate.asOf'), format.date(band.input.asOf));
  for (const one of band.observations) {
    const line = t('pricing:calculator.reference', {
      price: format.price(one.value, one.currency, 2),
      unit: perText(t, one.per),
      period: format.date(one.period, 'month'),
      source: shippedText(t, one.source),
      licence: shippedText(t, one.licence),
    });
    const name = seriesKeyText(t, one.series);
    const vintage = t('pricing:certificate.vintage', { series: one.series, date: format.date(one.vintage) });
    page.row(name, `${line} ${vintage}`);
  }
  for (const { rate, base, quote, on, source } of band.rates) {
    const figures = {
      ...{ rate: format.rate(rate), base, quote },
      ...{ date: format.date(on), source: shippedText(t, source) },
    };
    page.row(`${base}/${quote}`, t('pricing:calculator.rate', figures));
  }
}

function writeHash(
  page: PdfPage,
  { sha256, recordedAt, inclusion }: EvidencePage,
  t: TFunction,
  format: Formats,
): void {
  page.heading(t('pricing:certificate.evidence'));
  page.text(t('pricing:certificate.evidenceText'), { ink: 'soft', size: 9 });
  page.row(t('pricing:certificate.hash', { date: format.date(new Date(recordedAt), 'time') }), sha256, { size: 8 });
  if (inclusion) {
    const place = { date: format.date(inclusion.day), place: inclusion.position + 1, count: inclusion.size };
    page.row(t('pricing:certificate.root', place), inclusion.root, { size: 8 });
  } else page.text(t('pricing:verify.reason.dayOpen'), { ink: 'soft', size: 9 });
}

type Amount = { amount: string; currency: string };

function minorOf({ amount, currency }: Amount): bigint {
  const parsed = parseAmount(amount, currency);
  if (!parsed) throw new RangeError(`A certificate holds ${amount} ${currency}, which is no amount`);
  return parsed.minor;
}

function moneyText(one: Amount, format: Formats): string {
  return format.money({ minor: minorOf(one), currency: asCurrency(one.currency) });
}
