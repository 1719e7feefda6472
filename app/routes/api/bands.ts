import type { ActionFunctionArgs } from '@remix-run/node';
import { bandRequestSchema } from '#app/valuation/api/band-request.schema';
import { bandAnswer } from '#app/valuation/api/price-answers';
import { requestedBand } from '#app/valuation/api/requested-band.server';
import { parseInput } from '#app/valuation/formula/input-issues';
import { answer, badInput, refused } from './http/api-http.server';
import { readJson } from './http/read-json';
import { refuseAhead } from './http/refuse-ahead';

/** Floor, fair and ceiling of a lot by a method, and where an ask stands. Leaves nothing behind. */
export async function action({ request, context }: ActionFunctionArgs) {
  const input = parseInput(bandRequestSchema, await readJson(request));
  if (!input.ok) return badInput(input.issues);
  refuseAhead(context.deps, input.value);
  const asked = await requestedBand(context.deps, input.value);
  if ('issues' in asked) return badInput(asked.issues);
  return asked.result.ok ? answer(bandAnswer(asked.result.value)) : refused(asked.result);
}
