import { orAmbiguous, readTypedDecimal } from '#app/money/typed-decimal';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import type { Method, MethodSource } from '../methods/method';
import { methodDefinitionSchema, type MethodDefinition } from '../methods/method-definition.schema';
import { termLines } from '../methods/term-fields';
import { termsOutOfOrder } from './terms-order';
import { zeroPrice, type ZeroPrice } from './zero-price';

/** A change as typed: figures by their path, why, and where the new figures come from. */
export type ProposalInput = {
  /** The language in which figures were typed. */
  locale?: string;
  figures: Record<string, string>;
  reason: string;
  citation: string;
  sourceOn: string;
  sourceUrl: string;
};

export type ProposalCode =
  'bad-figure' | 'zero-price' | 'out-of-order' | 'nothing-changed' | 'reason-missing' | 'source-missing';

const ZERO_TEXT: Record<ZeroPrice['because'], string> = {
  payable: 'pricing:methods.refusal.zeroPayable',
  reference: 'pricing:methods.refusal.zeroReference',
  costs: 'pricing:methods.refusal.zeroCosts',
};

/** The largest figure of a method. */
export const MOST = '999999999999999';

/** Marks that nobody types and that make a text look like another; line ends are typed. */
const UNSEEN = /[\p{Cf}\p{Co}\p{Cs}]|[^\P{Cc}\r\n\t]/u;

type Json = { [key: string]: unknown };

/**
 * The method with the typed figures in it, checked; or why not. The new source is named first, before those of the earlier versions, which
 * stay: what did not change still comes from them.
 */
export function readProposal(
  method: Method,
  input: ProposalInput,
  { today }: { today: string },
): Result<MethodDefinition, ProposalCode> {
  const { id: _id, approvedBy: _approved, ...rest } = method;
  const draft = structuredClone(rest) as unknown as Json;
  let changes = 0;
  for (const { cells } of termLines(method)) {
    for (const { path, value } of cells) {
      const typed = (input.figures[path] ?? '').trim();
      if (typed === value) continue;
      const read = readTypedDecimal(typed, { maxDecimals: 12, max: MOST, zero: true, locale: input.locale });
      if (!('value' in read)) return orAmbiguous(badFigure(path), read);
      if (read.value === value) continue;
      changes += 1;
      setAt(draft, method, path, read.value);
    }
  }
  if (changes === 0) return refuse('nothing-changed', 'pricing:methods.refusal.nothingChanged');
  const reason = input.reason.trim();
  if (reason.length < 10 || reason.length > 500 || UNSEEN.test(`${reason}${input.citation}`))
    return refuse('reason-missing', 'pricing:methods.refusal.reasonMissing', { path: 'reason' });
  const citation = input.citation.trim();
  const on = input.sourceOn.trim();
  if (citation.length < 3 || !/^\d{4}-\d{2}-\d{2}$/.test(on) || on > today)
    return refuse('source-missing', 'pricing:methods.refusal.sourceMissing', {
      path: citation.length < 3 ? 'citation' : 'sourceOn',
    });
  const source: MethodSource = { level: 'all', citation, on, url: input.sourceUrl.trim() || null };
  draft['sources'] = [source, ...method.sources].slice(0, 30);

  const parsed = methodDefinitionSchema.safeParse(draft);
  if (!parsed.success) return fromIssue(parsed.error.issues[0]?.path ?? []);
  const zero = zeroPrice(parsed.data);
  if (zero) return refuse('zero-price', ZERO_TEXT[zero.because], { path: zero.path });
  const wrong = termsOutOfOrder(parsed.data as Pick<Method, 'family' | 'terms'>);
  if (wrong === 'floor-fair') return refuse('out-of-order', 'pricing:methods.refusal.floorOverFair');
  if (wrong === 'fair-ceiling') return refuse('out-of-order', 'pricing:methods.refusal.fairOverCeiling');
  return ok(parsed.data);
}

function badFigure(path: string): Refusal<'bad-figure'> {
  return refuse('bad-figure', 'pricing:methods.refusal.badFigure', { path });
}

function fromIssue(path: readonly PropertyKey[]): Refusal<ProposalCode> {
  if (path[0] === 'sources') {
    const name = path[2] === 'url' ? 'sourceUrl' : path[2] === 'on' ? 'sourceOn' : 'citation';
    return refuse('source-missing', 'pricing:methods.refusal.sourceMissing', { path: name });
  }
  return badFigure(path.map(String).join('.'));
}

function setAt(draft: Json, method: Method, path: string, typed: string): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place: Json = draft;
  for (const key of keys) {
    // Only a premium may be absent: then it is like that of the levels that have one.
    place[key] ??= premiumLike(method);
    place = place[key] as Json;
  }
  place[last] = last === 'percentile' ? Number(typed) : typed;
}

function premiumLike(method: Method): Json {
  if (method.family !== 'contained-metal') return {};
  const like = Object.values(method.terms).find(({ premium }) => premium !== null)?.premium;
  return { ...like };
}
