import { isDay } from '#app/money/calendar-day';
import { isCurrency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { ok, type Result } from '#app/platform/result';
import type { Figure } from '../reading';
import { quoted, refuseImport, type ImportRefusalCode } from '../import-refusal';
import type { Vintage } from '../reading';
import { WrongPlaces } from '../wrong-places';

export const ECB_SOURCE = 'ecb';

const BASE = 'EUR';
const MOST = '1000000000';
/** A quarter has 65 days of thirty rates; the whole history since 1999 has about 210,000. */
const MOST_RATES = 300_000;
const MOST_UNKNOWN = 20;

/**
 * Collects the European Central Bank's reference rates from its XML (gesmes:Envelope, in it a Cube for each day, in that a Cube for each currency): units of
 * the currency for one euro. A currency that we do not know is passed over, and named. The file's date is its newest day. What is wrong with a day or a rate is
 * noted and the reading goes on, so that all of it is named and every rate counted.
 */
export class EcbCollector {
  #depth = 0;
  #isEnvelope = false;
  #day: string | null = null;
  /** The day that we are in was noted as wrong: its rates are not, one by one, as well. */
  #inWrongDay = false;
  #newest: string | null = null;
  #rates = 0;
  #isTooBig = false;
  readonly #figures: Figure[] = [];
  readonly #seen = new Set<string>();
  readonly #unknown = new Set<string>();
  readonly #wrong = new WrongPlaces();

  get publishedOn(): string | null {
    return this.#newest;
  }

  /** Rates of the currencies that we know, also those that are wrong. */
  get read(): number {
    return this.#rates;
  }

  /** Codes that are no currency that we know, the first of them. */
  get passedOver(): readonly string[] {
    return [...this.#unknown];
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#depth === 1) this.#isEnvelope = name === 'Envelope';
    if (this.#isTooBig || name !== 'Cube') return;
    const { time, currency, rate } = attributes;
    if (time !== undefined) this.#takeDay(time);
    else if (currency !== undefined) this.#takeRate(currency, rate ?? '');
  }

  close(): void {
    this.#depth -= 1;
  }

  finish(): Result<Vintage, ImportRefusalCode> {
    if (this.#isTooBig) return refuseImport('xml-too-big', { limit: `${MOST_RATES} rates` });
    if (this.#wrong.refusal) return this.#wrong.refusal;
    if (!this.#isEnvelope || !this.#newest || this.#figures.length === 0) return refuseImport('xml-layout');
    return ok({ publishedOn: this.#newest, figures: this.#figures });
  }

  #takeDay(time: string): void {
    this.#day = isDay(time) ? time : null;
    this.#inWrongDay = this.#day === null;
    if (this.#day === null) this.#wrong.note(refuseImport('xml-date', { found: quoted(time) }));
    else if (this.#newest === null || this.#day > this.#newest) this.#newest = this.#day;
  }

  #takeRate(currency: string, rate: string): void {
    if (currency === BASE) return;
    if (!isCurrency(currency)) {
      if (this.#unknown.size < MOST_UNKNOWN) this.#unknown.add(quoted(currency, 8));
      return;
    }
    if (this.#rates >= MOST_RATES) {
      this.#isTooBig = true;
      return;
    }
    this.#rates += 1;
    const day = this.#day;
    if (day === null) {
      if (!this.#inWrongDay) this.#wrong.note(refuseImport('xml-date', { found: '' }));
      return;
    }
    const value = rateOf(rate);
    const key = `${day} ${currency}`;
    if (value === null) return this.#wrong.note(refuseImport('xml-rate', { day, currency, found: quoted(rate) }));
    if (this.#seen.has(key)) return this.#wrong.note(refuseImport('xml-twice', { day, currency }));
    this.#seen.add(key);
    this.#figures.push({ series: `${BASE}/${currency}`, period: day, value });
  }
}

/** Null for what is no rate: zero, negative, an exponent, not a number. */
function rateOf(text: string): string | null {
  if (!/^\d{1,12}(?:\.\d{1,12})?$/.test(text)) return null;
  const value = new Decimal(text);
  return value.isZero() || value.greaterThan(MOST) ? null : value.toFixed();
}
