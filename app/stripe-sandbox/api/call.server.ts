import type { Request } from 'express';
import type { RequestMark } from '../objects/event';
import type { WireObject } from '../objects/rows';
import { MalformedForm, parseFormBody, type FormRecord } from '../rules/params/form-body';
import { invalidRequest } from '../rules/stripe-refusal';
import type { Change } from '../sandbox-context.server';

/**
 * A parsed API call: its parameters (body of a POST, query of a GET), the id in its path, and how events name
 * it.
 */
export type Call = { params: FormRecord; id: string; mark: NonNullable<RequestMark> };
export type Handler = (change: Change, call: Call) => Promise<WireObject>;

export function readCall(request: Request, requestId: string): Call {
  const query = request.originalUrl.split('?')[1] ?? '';
  const body: unknown = request.body;
  const text = request.method === 'GET' ? query : typeof body === 'string' ? body : '';
  return {
    params: readForm(text),
    id: request.params['id'] ?? '',
    mark: { id: requestId, idempotencyKey: request.get('idempotency-key') ?? null },
  };
}

function readForm(text: string): FormRecord {
  try {
    return parseFormBody(text);
  } catch (error) {
    if (error instanceof MalformedForm) throw invalidRequest(error.message);
    throw error;
  }
}
