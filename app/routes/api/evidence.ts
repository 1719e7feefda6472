import type { LoaderFunctionArgs } from '@remix-run/node';
import { certificateFile } from '#app/evidence/certificate/certificate-file.server';
import { cacheable, problem } from './http/api-http.server';
import { refuseQuery } from './http/read-query';

/** The evidence of a price by its hash, as a certificate that can be checked offline. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  refuseQuery(request.url);
  const file = await certificateFile(context.deps, params['hash'] ?? '');
  if (!file) return problem(404, 'No such evidence');
  return cacheable(request, file.text, { contentType: 'application/json; charset=utf-8' });
}
