import type { LoaderFunctionArgs } from '@remix-run/node';
import { optionalActor } from '#app/identity/require-actor.server';
import { conditionsOf, isUnchanged } from '#app/platform/http/conditions.server';
import { idOf } from '#app/platform/http/request-values';
import { contentDisposition } from '#app/verification/documents/document-types';
import { getDocument } from '#app/verification/documents/get-document.server';

/**
 * Sends a file to those who may read it. Pictures, which we drew anew, are shown; anything else is saved, so that nothing that a stranger
 * wrote is ever run as a part of this site.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const documentId = idOf(params['documentId']);
  const actor = await optionalActor(request, context);
  const { bytes, contentType, fileName, sha256 } = await getDocument(context.deps, { actor, documentId });
  const headers = {
    'Content-Type': contentType,
    'Content-Disposition': contentDisposition(contentType.startsWith('image/') ? 'inline' : 'attachment', fileName),
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, max-age=300',
    ETag: `"${sha256}"`,
  };
  if (isUnchanged(conditionsOf(request.headers), { etag: headers.ETag }))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'Content-Length': String(bytes.length) } });
}
