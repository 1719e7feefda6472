import { isCurrency } from '#app/money/currency';
import { Decimal } from '#app/money/decimal';
import { ok, type Result } from '#app/platform/result';
import type { Figure } from '../imports/classify';
import { quoted, refuseImport, type ImportRefusal, type ImportRefusalCode } from '../imports/import-refusal';
import { isDay } from '../series/period';
import type { Vintage } from './reading';

export const ECB_SOURCE = 'ecb';

const BASE = 'EUR';
const MOST = '1000000000';
/** A quarter has 65 days of thirty rates; the whole history since 1999 has about 210,000. */
const MOST_RATES = 300_000;

/**
 * Collects the European Central Bank's reference rates from its XML (gesmes:Envelope, in it a Cube for each day, in that a Cube for each currency): units of
 * the currency for one euro. Currencies that nobody here trades in are passed over. The file's date is its newest day.
 */
export class EcbCollector {
  #depth = 0;
  #isEnvelope = false;
  #day: string | null = null;
  #newest: string | null = null;
  readonly #figures: Figure[] = [];
  readonly #seen = new Set<string>();
  #refusal: ImportRefusal | null = null;

  get publishedOn(): string | null {
    return this.#newest;
  }

  get read(): number {
    return this.#figures.length;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth += 1;
    if (this.#depth === 1) this.#isEnvelope = name === 'Envelope';
    if (this.#refusal || name !== 'Cube') return;
    const { time, currency, rate } = attributes;
    if (time !== undefined) this.#takeDay(time);
    else if (currency !== undefined) this.#takeRate(currency, rate ?? '');
  }

  close(): void {
    this.#depth -= 1;
  }

  finish(): Result<Vintage, ImportRefusalCode> {
    if (this.#refusal) return this.#refusal;
    if (!this.#isEnvelope || !this.#newest || this.#figures.length === 0) return refuseImport('xml-layout');
    return ok({ publishedOn: this.#newest, figures: this.#figures });
  }

  #takeDay(time: string): void {
    this.#day = isDay(time) ? time : null;
    if (this.#day === null) this.#refusal = refuseImport('xml-date', { found: quoted(time) });
    else if (this.#newest === null || this.#day > this.#newest) this.#newest = this.#day;
  }

  #takeRate(currency: string, rate: string): void {
    const day = this.#day;
    if (day === null) {
      this.#refusal = refuseImport('xml-date', { found: '' });
      return;
    }
    if (!isCurrency(currency) || currency === BASE) return;
    const value = rateOf(rate);
    const key = `${day} ${currency}`;
    if (value === null) {
      this.#refusal = refuseImport('xml-rate', { day, currency, found: quoted(rate) });
      return;
    }
    if (this.#seen.has(key)) {
      this.#refusal = refuseImport('xml-twice', { day, currency });
      return;
    }
    if (this.#figures.length >= MOST_RATES) {
      this.#refusal = refuseImport('xml-too-big', { limit: `${MOST_RATES} rates` });
      return;
    }
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
