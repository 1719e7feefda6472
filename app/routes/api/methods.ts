import type { LoaderFunctionArgs } from '@remix-run/node';
import { METHODS } from '#app/pricing/methods/methods';
import { cacheableJson } from './api-http.server';

/** Every version of every method, with its terms, sources and who approved it. */
export function loader({ request }: LoaderFunctionArgs) {
  return cacheableJson(request, { methods: METHODS });
}
