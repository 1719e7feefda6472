import type { Request, RequestHandler, Response } from 'express';
import {
  MAX_FILES,
  MAX_FORM_BYTES,
  MAX_FORM_FIELDS,
  MAX_JSON_BYTES,
  MAX_WEBHOOK_BYTES,
  maxUploadFormBytes,
} from '../../http/body-limits';
import type { Settings } from '../../settings';
import { refuseAtApi } from '../api/api-door.server';
import { refusePlainly } from '../refuse-plainly.server';
import { boundaryOf, countParts, countUrlencodedFields } from './count-fields';
import { peekBody } from './peek-body.server';
import { hasBody, statedBytes } from './stated-bytes';

type Refused = { status: number; key: string };

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const TOO_LONG: Refused = { status: 413, key: 'platform:refusal.tooLong' };
const TOO_MANY: Refused = { status: 413, key: 'platform:refusal.tooManyFields' };
const NO_LENGTH: Refused = { status: 411, key: 'platform:refusal.noLength' };
const OTHER_KIND: Refused = { status: 415, key: 'platform:refusal.otherKind' };

/**
 * Refuses what is longer, or has more fields, than anything of ours: by its stated length before any of it is read, then by counting the marks between its
 * fields, before it is parsed and before anybody asks who sent it. Node reads no more than is stated.
 */
export function boundBody({ maxUploadBytes }: Pick<Settings, 'maxUploadBytes'>): RequestHandler {
  const maxUploadForm = maxUploadFormBytes(maxUploadBytes);
  return (request, response, next) => {
    if (SAFE_METHODS.has(request.method) || !hasBody(request)) return next();
    if (request.path.startsWith('/api/')) return boundJson(request, response) ? next() : undefined;
    const refused = refusedByHead(request, maxUploadForm);
    if (refused) return refusePlainly(request, response, refused);
    if (request.path.startsWith('/webhooks/')) return next();
    void peekBody(request, { statedBytes: statedBytes(request), maxBytes: MAX_FORM_BYTES }).then((bytes) =>
      hasTooManyFields(bytes, contentType(request)) ? refusePlainly(request, response, TOO_MANY) : next(),
    );
  };
}

/** The API takes bodies without a stated length: its reader counts what it reads. */
function boundJson(request: Request, response: Response): boolean {
  const isShort = request.get('transfer-encoding') !== undefined || statedBytes(request) <= MAX_JSON_BYTES;
  if (!isShort) refuseAtApi(response, 413, { limit: MAX_JSON_BYTES });
  return isShort;
}

function refusedByHead(request: Request, maxUploadForm: number): Refused | null {
  if (request.get('transfer-encoding') !== undefined) return NO_LENGTH;
  const length = statedBytes(request);
  if (request.path.startsWith('/webhooks/')) return length > MAX_WEBHOOK_BYTES ? TOO_LONG : null;
  if (request.get('content-encoding') !== undefined) return OTHER_KIND;
  const type = contentType(request);
  if (isUrlencoded(type)) return length > MAX_FORM_BYTES ? TOO_LONG : null;
  if (!isMultipart(type) || boundaryOf(type) === null) return OTHER_KIND;
  return length > maxUploadForm ? TOO_LONG : null;
}

function hasTooManyFields(bytes: Buffer, type: string): boolean {
  if (isUrlencoded(type)) return countUrlencodedFields(bytes) > MAX_FORM_FIELDS;
  // The mark stands once more at the end of all parts.
  return countParts(bytes, boundaryOf(type) ?? '') > MAX_FORM_FIELDS + MAX_FILES + 1;
}

function contentType(request: Request): string {
  return request.get('content-type') ?? '';
}

function isUrlencoded(type: string): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type);
}

function isMultipart(type: string): boolean {
  return /^multipart\/form-data\s*(;|$)/i.test(type);
}
