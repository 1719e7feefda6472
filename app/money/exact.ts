import { Decimal } from './decimal';

/** Powers of ten that whole sums need, made once. */
const TENS = Array.from({ length: 129 }, (_, places) => 10n ** BigInt(places));
const ZERO_DIGIT = 0x30;
const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** Digits that are kept of a factor that does not end (a cross rate, a cost per piece). */
const FACTOR_DIGITS = 64;

/**
 * Decimals of a minor unit beyond which there is only what was cut from such a factor, for amounts of up to
 * 10^17 minor units: a tie must not fall by it.
 */
const SETTLED_PLACES = 46;

/**
 * A number that is never rounded: `digits ÷ (10^places × divisor)`, whole numbers all three. A decimal has
 * its places and no divisor. Only a division by what is no power of ten makes one. For sums that end in one
 * rounding: they are exact up to it, and faster than eighty digits of a decimal, since nothing is normalised
 * on the way.
 */
export class Exact {
  static readonly ZERO = new Exact(0n, 0, null);
  static readonly ONE = new Exact(1n, 0, null);

  private constructor(
    private readonly digits: bigint,
    private readonly places: number,
    /** Above zero. Null stands for one. */
    private readonly divisor: bigint | null,
  ) {}

  /** Of a plain decimal (`12.50`, `-3`). Throws on anything else: what people type was read before. */
  static of(text: string): Exact {
    if (!PLAIN.test(text)) throw new RangeError(`Not a plain decimal: ${text}`);
    const point = text.indexOf('.');
    if (point >= 0) {
      return new Exact(BigInt(text.slice(0, point) + text.slice(point + 1)), text.length - point - 1, null);
    }
    // Tonnes in grams are one times a power of ten: dividing by them is then no division.
    let end = text.length;
    while (end > 1 && text.charCodeAt(end - 1) === ZERO_DIGIT) end -= 1;
    return new Exact(BigInt(text.slice(0, end)), end - text.length, null);
  }

  plus(other: Exact): Exact {
    if (this.divisor !== other.divisor) {
      const [own, others] = [this.divisor ?? 1n, other.divisor ?? 1n];
      const left = new Exact(this.digits * others, this.places, own * others);
      return left.plus(new Exact(other.digits * own, other.places, own * others));
    }
    const shift = this.places - other.places;
    if (shift === 0) return new Exact(this.digits + other.digits, this.places, this.divisor);
    return shift > 0
      ? new Exact(this.digits + other.digits * tenTo(shift), this.places, this.divisor)
      : new Exact(this.digits * tenTo(-shift) + other.digits, other.places, this.divisor);
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated());
  }

  times(other: Exact): Exact {
    const divisor =
      this.divisor === null ? other.divisor : other.divisor === null ? this.divisor : this.divisor * other.divisor;
    return new Exact(this.digits * other.digits, this.places + other.places, divisor);
  }

  /** Throws on zero. */
  over(other: Exact): Exact {
    if (other.digits === 0n) throw new RangeError('Division by zero');
    const sign = other.digits < 0n ? -1n : 1n;
    const divisor = (this.divisor ?? 1n) * other.digits * sign;
    const digits = this.digits * (other.divisor ?? 1n) * sign;
    return new Exact(digits, this.places - other.places, divisor === 1n ? null : divisor);
  }

  /** × 0.01, as of a percentage. */
  hundredth(): Exact {
    return new Exact(this.digits, this.places + 2, this.divisor);
  }

  negated(): Exact {
    return new Exact(-this.digits, this.places, this.divisor);
  }

  isNegative(): boolean {
    return this.digits < 0n;
  }

  isAbove(other: Exact): boolean {
    return this.minus(other).digits > 0n;
  }

  equals(other: Exact): boolean {
    return this.minus(other).digits === 0n;
  }

  static max(a: Exact, b: Exact): Exact {
    return b.isAbove(a) ? b : a;
  }

  static min(a: Exact, b: Exact): Exact {
    return a.isAbove(b) ? b : a;
  }

  /**
   * As a decimal for showing and for what reckons with decimals. Only here is a division that does not end
   * cut, at eighty digits.
   */
  toDecimal(): Decimal {
    const decimal = new Decimal(`${this.digits}e${-this.places}`);
    return this.divisor === null ? decimal : decimal.div(this.divisor.toString());
  }

  /** At most `most` significant digits, half-even, in plain notation: `0.333`, `1250`. */
  toSignificant(most: number): string {
    const length = lengthOf(this.digits);
    if (this.divisor === null && length <= most) return plain(this.digits, this.places);
    // A quotient has as many digits as its parts differ by, or one more. Which of both shows only when it is
    // divided.
    const shift = most - length + (this.divisor === null ? 0 : lengthOf(this.divisor));
    const rounded = this.scaled(shift);
    return lengthOf(rounded) <= most
      ? plain(rounded, shift + this.places)
      : plain(this.scaled(shift - 1), shift - 1 + this.places);
  }

  /** At most `most` decimals, half-even, in plain notation. */
  toPlaces(most: number): string {
    if (this.divisor === null && this.places <= most) return plain(this.digits, this.places);
    return plain(this.scaled(most - this.places), most);
  }

  /**
   * As text for those who reckon on with it, such as a rate or a price per piece. One that does not end is
   * cut far beyond any sum of money.
   */
  toFactor(): string {
    return this.toSignificant(FACTOR_DIGITS);
  }

  /** Whole minor units with `exponent` decimals each, half-even. */
  toMinor(exponent: number): bigint {
    const places = this.places - exponent;
    if (this.divisor === null && places <= SETTLED_PLACES) {
      return places <= 0 ? this.digits * tenTo(-places) : divideHalfEven(this.digits, tenTo(places));
    }
    return divideHalfEven(this.scaled(SETTLED_PLACES - places), tenTo(SETTLED_PLACES));
  }

  /** digits × 10^shift ÷ divisor as a whole number, half-even. */
  private scaled(shift: number): bigint {
    const divisor = this.divisor ?? 1n;
    return shift >= 0
      ? divideHalfEven(this.digits * tenTo(shift), divisor)
      : divideHalfEven(this.digits, divisor * tenTo(-shift));
  }
}

function lengthOf(whole: bigint): number {
  return (whole < 0n ? -whole : whole).toString().length;
}

/** `whole ÷ 10^places` with no zeros at the end of its decimals. */
function plain(whole: bigint, places: number): string {
  if (whole === 0n) return '0';
  const sign = whole < 0n ? '-' : '';
  const text = (whole < 0n ? -whole : whole).toString();
  if (places <= 0) return `${sign}${text}${'0'.repeat(-places)}`;
  const padded = text.padStart(places + 1, '0');
  const point = padded.length - places;
  const decimals = padded.slice(point).replace(/0+$/, '');
  return `${sign}${padded.slice(0, point)}${decimals && `.${decimals}`}`;
}

function tenTo(places: number): bigint {
  return TENS[places] ?? 10n ** BigInt(places);
}

/** Half-even, of whole numbers. Throws on a division by zero. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('Division by zero');
  const n = denominator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  let quotient = n / d;
  let remainder = n - quotient * d;
  if (remainder < 0n) {
    quotient -= 1n;
    remainder += d;
  }
  const twice = remainder * 2n;
  if (twice > d || (twice === d && quotient % 2n !== 0n)) quotient += 1n;
  return quotient;
}
