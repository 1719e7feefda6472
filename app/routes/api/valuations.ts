import type { ActionFunctionArgs } from '@remix-run/node';
import { valuationAnswer } from '#app/valuation/api/price-answers';
import { parseInput } from '#app/valuation/formula/input-issues';
import { valuationSchema } from '#app/valuation/formula/valuation.schema';
import { valueLot } from '#app/valuation/formula/value-lot.server';
import { answer, badInput, refused } from './http/api-http.server';
import { readJson } from './http/read-json';
import { refuseAhead } from './http/refuse-ahead';

/** Values a lot by the open formula. Leaves nothing behind. */
export async function action({ request, context }: ActionFunctionArgs) {
  const input = parseInput(valuationSchema, await readJson(request));
  if (!input.ok) return badInput(input.issues);
  refuseAhead(context.deps, input.value);
  const valued = await valueLot(context.deps, input.value);
  return valued.ok ? answer(valuationAnswer(valued.value)) : refused(valued);
}
