import type { LoaderFunctionArgs } from '@remix-run/node';
import { cacheableJson } from './http/api-http.server';
import { apiDocument } from './describe/document';

export function loader({ request, context }: LoaderFunctionArgs) {
  return cacheableJson(request, apiDocument(context.deps.settings.publicUrl));
}
