import type { LoaderFunctionArgs } from '@remix-run/node';
import { NotFound } from '#app/platform/http/errors';
import { certificateFile } from '#app/evidence/certificate/certificate-file.server';

/** The certificate as the file that can be checked offline. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const file = await certificateFile(context.deps, params['hash'] ?? '');
  if (!file) throw new NotFound();
  return new Response(file.text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
      'Cache-Control': 'no-store',
      'X-Robots-Tag': 'noindex',
    },
  });
}
