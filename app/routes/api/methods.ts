import type { LoaderFunctionArgs } from '@remix-run/node';
import { readMethodBook } from '#app/valuation/methods/method-book.server';
import { cacheableJson } from './http/api-http.server';
import { refuseQuery } from './http/read-query';

/** Every approved version of every method, with its terms, sources and who approved it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  refuseQuery(request.url);
  return cacheableJson(request, { methods: await readMethodBook(context.deps) });
}
