import type { ActionFunctionArgs } from '@remix-run/node';
import { valuationAnswer } from '#app/pricing/bands/price-answers';
import { parseInput } from '#app/pricing/valuation/input-issues';
import { valuationSchema } from '#app/pricing/valuation/valuation.schema';
import { valueLot } from '#app/pricing/valuation/value-lot.server';
import { answer, badInput, onlyBy, refused } from './api-http.server';
import { readJson } from './read-json';
import { refuseAhead } from './refuse-ahead';

export function loader() {
  return onlyBy('POST');
}

/** Values a lot by the open formula. Leaves nothing behind. */
export async function action({ request, context }: ActionFunctionArgs) {
  const input = parseInput(valuationSchema, await readJson(request));
  if (!input.ok) return badInput(input.issues);
  refuseAhead(context.deps, input.value);
  const valued = await valueLot(context.deps, input.value);
  return valued.ok ? answer(valuationAnswer(valued.value)) : refused(valued);
}
