import type { LoaderFunctionArgs } from '@remix-run/node';
import { cacheableJson } from './http/api-http.server';
import { refuseQuery } from './http/read-query';
import { apiDocument } from '#app/front/open-data/describe/document.server';

export function loader({ request, context }: LoaderFunctionArgs) {
  refuseQuery(request.url);
  return cacheableJson(request, apiDocument(context.deps.settings.publicUrl));
}
