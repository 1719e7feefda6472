import type { ActionFunctionArgs } from '@remix-run/node';
import { bandByMethod } from '#app/pricing/bands/band-by-method.server';
import { bandRequestSchema } from '#app/pricing/bands/band-request.schema';
import { bandAnswer } from '#app/pricing/bands/price-answers';
import { parseInput } from '#app/pricing/valuation/input-issues';
import { answer, badInput, problem, refused } from './api-http.server';
import { readJson } from './read-json';

export function loader() {
  return problem(405, 'Use POST', {}, { Allow: 'POST' });
}

/** Floor, fair and ceiling of a lot by a method, and where an ask stands. Leaves nothing behind. */
export async function action({ request, context }: ActionFunctionArgs) {
  const input = parseInput(bandRequestSchema, await readJson(request));
  if (!input.ok) return badInput(input.issues);
  const { method, asOf, knownAt, currency, ask, quantity, grades, originCountry, costs } = input.value;
  const band = await bandByMethod(context.deps, {
    method,
    facts: { quantity, grades, originCountry, costs },
    currency: currency ?? ask?.currency ?? method.currency,
    ask,
    asOf,
    knownAt: knownAt === null ? null : new Date(knownAt),
  });
  return band.ok ? answer(bandAnswer(band.value)) : refused(band);
}
