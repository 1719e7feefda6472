import { brandOf, cardDigits, passesLuhn, type CardBrand } from './card-number';
import { outcomeOfCard, type CardOutcome } from './test-cards';

/** What may be kept of a card: never its number or its CVC. */
export type CardFacts = { type: 'card'; brand: CardBrand; last4: string; expMonth: number; expYear: number };

export type CardField = 'number' | 'expiry' | 'cvc' | 'name';
export type CardProblem = 'missing' | 'invalid' | 'past' | 'not-a-test-card';
export type ReadCard =
  | { ok: true; facts: CardFacts; holder: string; outcome: CardOutcome }
  | { ok: false; problems: Partial<Record<CardField, CardProblem>> };

export type TypedCard = Record<CardField, string>;

/**
 * Checks a typed card as the hosted page does: check digit, month not past (`now`), CVC of 3 digits (amex 4),
 * a name.
 */
export function readCardForm(typed: TypedCard, now: Date): ReadCard {
  const problems: Partial<Record<CardField, CardProblem>> = {};
  const digits = cardDigits(typed.number);
  const outcome = digits === null ? null : outcomeOfCard(digits);
  const brand = brandOf(digits ?? '');
  if (typed.number.trim() === '') problems.number = 'missing';
  else if (digits === null || !passesLuhn(digits)) problems.number = 'invalid';
  else if (outcome === null) problems.number = 'not-a-test-card';

  const expiry = readExpiry(typed.expiry);
  if (typed.expiry.trim() === '') problems.expiry = 'missing';
  else if (expiry === null) problems.expiry = 'invalid';
  else if (isPast(expiry, now)) problems.expiry = 'past';

  const cvc = typed.cvc.trim();
  if (cvc === '') problems.cvc = 'missing';
  else if (!(brand === 'amex' ? /^\d{4}$/ : /^\d{3}$/).test(cvc)) problems.cvc = 'invalid';

  const holder = typed.name.trim().slice(0, 200);
  if (holder === '') problems.name = 'missing';

  if (Object.keys(problems).length > 0 || digits === null || outcome === null || expiry === null) {
    return { ok: false, problems };
  }
  const facts: CardFacts = {
    type: 'card',
    brand,
    last4: digits.slice(-4),
    expMonth: expiry.month,
    expYear: expiry.year,
  };
  return { ok: true, facts, holder, outcome };
}

function readExpiry(typed: string): { month: number; year: number } | null {
  const match = /^\s*(\d{1,2})\s*[/.\- ]?\s*(\d{2}|\d{4})\s*$/.exec(typed);
  if (!match) return null;
  const month = Number.parseInt(match[1] ?? '', 10);
  const year = Number.parseInt(match[2] ?? '', 10);
  if (month < 1 || month > 12) return null;
  return { month, year: year < 100 ? 2000 + year : year };
}

/** A card is good to the end of its month. */
function isPast(expiry: { month: number; year: number }, now: Date): boolean {
  const year = now.getUTCFullYear();
  return (
    expiry.year < year || (expiry.year === year && expiry.month < now.getUTCMonth() + 1) || expiry.year > year + 50
  );
}
