import type { Deps } from '#app/platform/deps';
import { refuse, type Refusal, type Result } from '#app/platform/result';
import { sizeClass } from '../comparables/stone-size';
import { findMethod, methodFor } from '../methods/method-book.server';
import { instantText, type PriceRefusal } from '#app/prices/series/prices-in-force.server';
import type { InputIssue } from '../formula/input-issues';
import { bandByMethod, type LotBand } from '../bands/band-by-method.server';
import type { BandRefusal } from '../bands/band-facts';
import type { BandRequestInput } from './band-request.schema';

type Answer =
  { issues: InputIssue[] } | { result: Result<LotBand, BandRefusal | PriceRefusal | 'method-not-in-force-then'> };

/** The band that a program asked for, by the method it named or the newest for its product; or what is wrong with the question. Stores nothing. */
export async function requestedBand(deps: Pick<Deps, 'db' | 'clock'>, input: BandRequestInput): Promise<Answer> {
  const { mineral, form, asOf, currency, ask, quantity, grades, originCountry, costs } = input;
  const knownAt = input.knownAt === null ? null : new Date(input.knownAt);
  const product = mineral !== null && form !== null ? { mineral, form } : null;
  const method =
    input.method !== null
      ? await findMethod(deps, input.method, knownAt)
      : product && (await methodFor(deps, product, knownAt));
  if (!method) {
    if (input.method !== null && knownAt && (await findMethod(deps, input.method)))
      return { result: notInForceThen(input.method, knownAt) };
    const path = input.method === null ? 'mineral' : 'method';
    return { issues: [{ path, code: 'unknown_value', message: 'No such method: see /api/v1/methods' }] };
  }
  const covered = method.covers.find((one) => one.mineral === mineral && one.form === form);
  if (product && !covered) {
    const message = `${method.id} does not cover ${product.mineral}/${product.form}`;
    return { issues: [{ path: 'mineral', code: 'unknown_value', message }] };
  }
  // A method of one product says what the lot is; of several, the question must.
  const about = covered ?? (method.covers.length === 1 ? method.covers[0] : undefined);
  if (method.family === 'comparables' && !about) {
    const message = 'Give mineral and form: this method covers several products';
    return { issues: [{ path: 'mineral', code: 'required', message }] };
  }
  const result = await bandByMethod(deps, {
    method,
    facts: { quantity, grades, originCountry, costs },
    kind: about
      ? { ...about, quality: input.quality ?? '', size: sizeClass(input.stoneCt ?? undefined), cooperativeId: null }
      : null,
    currency: currency ?? ask?.currency ?? method.currency,
    ask,
    asOf,
    knownAt,
  });
  return { result };
}

function notInForceThen(method: string, knownAt: Date): Refusal<'method-not-in-force-then'> {
  const params = { method, known: instantText(knownAt) };
  return refuse('method-not-in-force-then', 'pricing:refusal.methodNotInForceThen', { params });
}
