import type { ActionFunctionArgs } from '@remix-run/node';
import { bandRequestSchema } from '#app/pricing/bands/band-request.schema';
import { bandAnswer } from '#app/pricing/bands/price-answers';
import { requestedBand } from '#app/pricing/bands/requested-band.server';
import { parseInput } from '#app/pricing/valuation/input-issues';
import { timeAhead } from '#app/pricing/api/time-ahead';
import { answer, badInput, problem, refused } from './api-http.server';
import { readJson } from './read-json';

export function loader() {
  return problem(405, 'Use POST', {}, { Allow: 'POST' });
}

/** Floor, fair and ceiling of a lot by a method, and where an ask stands. Leaves nothing behind. */
export async function action({ request, context }: ActionFunctionArgs) {
  const input = parseInput(bandRequestSchema, await readJson(request));
  if (!input.ok) return badInput(input.issues);
  const ahead = timeAhead(input.value, context.deps.clock.now());
  if (ahead.length > 0) return badInput(ahead);
  const asked = await requestedBand(context.deps, input.value);
  if ('issues' in asked) return badInput(asked.issues);
  return asked.result.ok ? answer(bandAnswer(asked.result.value)) : refused(asked.result);
}
