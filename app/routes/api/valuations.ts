import type { ActionFunctionArgs } from '@remix-run/node';
import { valuationAnswer } from '#app/pricing/bands/price-answers';
import { parseInput } from '#app/pricing/valuation/input-issues';
import { valuationSchema } from '#app/pricing/valuation/valuation.schema';
import { valueLot } from '#app/pricing/valuation/value-lot.server';
import { timeAhead } from '#app/pricing/api/time-ahead';
import { answer, badInput, problem, refused } from './api-http.server';
import { readJson } from './read-json';

export function loader() {
  return problem(405, 'Use POST', {}, { Allow: 'POST' });
}

/** Values a lot by the open formula. Leaves nothing behind. */
export async function action({ request, context }: ActionFunctionArgs) {
  const input = parseInput(valuationSchema, await readJson(request));
  if (!input.ok) return badInput(input.issues);
  const ahead = timeAhead(input.value, context.deps.clock.now());
  if (ahead.length > 0) return badInput(ahead);
  const valued = await valueLot(context.deps, input.value);
  return valued.ok ? answer(valuationAnswer(valued.value)) : refused(valued);
}
