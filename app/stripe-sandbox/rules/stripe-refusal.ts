export type StripeErrorType = 'invalid_request_error' | 'idempotency_error' | 'card_error' | 'api_error';

/**
 * An answer in Stripe's error shape. Thrown before anything is written and answered as JSON. `kept` ones had
 * passed validation, so an idempotency key repeats them, as Stripe's does.
 */
export class StripeRefusal extends Error {
  constructor(
    readonly statusCode: number,
    readonly type: StripeErrorType,
    message: string,
    readonly extra: { code?: string; param?: string; declineCode?: string; kept?: boolean } = {},
  ) {
    super(message);
  }
}

export function refusalBody(refusal: StripeRefusal): { error: Record<string, string> } {
  const { code, param, declineCode } = refusal.extra;
  return {
    error: {
      ...(code === undefined
        ? {}
        : { code, doc_url: `https://docs.stripe.com/error-codes#${code.replaceAll('_', '-')}` }),
      ...(declineCode === undefined ? {} : { decline_code: declineCode }),
      message: refusal.message,
      ...(param === undefined ? {} : { param }),
      type: refusal.type,
    },
  };
}

export function invalidRequest(
  message: string,
  extra: { code?: string; param?: string; kept?: boolean } = {},
): StripeRefusal {
  return new StripeRefusal(400, 'invalid_request_error', message, extra);
}

export function noSuch(kind: string, id: string, param = 'id'): StripeRefusal {
  return new StripeRefusal(404, 'invalid_request_error', `No such ${kind}: '${id}'`, {
    code: 'resource_missing',
    param,
  });
}
