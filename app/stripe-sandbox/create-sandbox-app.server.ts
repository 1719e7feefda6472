import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { inTransaction } from '#app/platform/db/in-transaction.server';
import { createSandboxContext } from './create-sandbox-context.server';
import { answerOnce } from './api/answer-once.server';
import { readCall } from './api/call.server';
import { createControlRouter } from './api/control-calls.server';
import { STRIPE_CALLS } from './api/stripe-calls.server';
import { takeFault } from './api/take-fault.server';
import { STRIPE_API_VERSION } from './objects/event';
import { refusalBody, StripeRefusal } from './rules/stripe-refusal';
import type { Change, SandboxContext, SandboxOptions } from './sandbox-context.server';
import { newStripeId } from './state/new-stripe-id.server';

const MAX_BODY = '200kb';

/**
 * The sandbox Stripe's API, to be listened to on loopback only: the calls in `STRIPE_CALLS` with Stripe's
 * authentication, idempotency, error shapes and request ids, and the controls under /sandbox/control. Its
 * state is in the product's database.
 */
export function createSandboxApp(options: SandboxOptions): Express {
  const context = createSandboxContext(options);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.use(markRequest);
  app.use((request, response, next) => authenticate(context, request, response, next));
  app.use('/v1', express.text({ type: 'application/x-www-form-urlencoded', limit: MAX_BODY }));
  app.use('/sandbox/control', express.json({ limit: MAX_BODY }));
  for (const { method, path, handler } of STRIPE_CALLS) {
    app[method](path, (request: Request, response: Response) =>
      guarded(context, response, async () => {
        const fault = await takeFault(context.db);
        if (fault?.moment === 'before') return fail(response, fault.status);
        const call = readCall(request, String(response.getHeader('request-id')));
        const answer =
          method === 'post'
            ? await answerOnce(context, { path: request.path, call, handler })
            : await read(context, (change) => handler(change, call));
        if (method === 'post') context.deliverSoon();
        if (fault) return fail(response, fault.status);
        if (call.mark.idempotencyKey !== null) response.setHeader('idempotency-key', call.mark.idempotencyKey);
        if (answer.replayed) response.setHeader('idempotent-replayed', 'true');
        send(response, answer.statusCode, answer.body);
      }),
    );
  }
  app.use(
    createControlRouter(context, (response, work) =>
      guarded(context, response, async () => send(response, 200, JSON.stringify(await work()))),
    ),
  );
  app.use((request: Request, response: Response) => {
    const message = `Unrecognized request URL (${request.method}: ${request.path}).`;
    refuse(response, new StripeRefusal(404, 'invalid_request_error', message));
  });
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    const statusCode = error instanceof Error && 'status' in error && error.status === 413 ? 413 : 400;
    refuse(response, new StripeRefusal(statusCode, 'invalid_request_error', 'The request body could not be read.'));
  });
  return app;
}

async function read(context: SandboxContext, work: (change: Change) => Promise<object>) {
  const object = await inTransaction(context.db, (tx) => work({ ...context, tx }));
  return { statusCode: 200, body: JSON.stringify(object, null, 2), replayed: false };
}

async function guarded(context: SandboxContext, response: Response, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof StripeRefusal) return refuse(response, error);
    context.log.error({ err: error, requestId: response.getHeader('request-id') }, 'sandbox call failed');
    refuse(response, new StripeRefusal(500, 'api_error', 'An error occurred in the sandbox.'));
  }
}

function markRequest(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('request-id', newStripeId('req'));
  response.setHeader('stripe-version', STRIPE_API_VERSION);
  response.setHeader('cache-control', 'no-store');
  next();
}

function authenticate({ settings }: SandboxContext, request: Request, response: Response, next: NextFunction): void {
  const header = request.get('authorization');
  const given = header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : '';
  if (given !== '' && sameSecret(given, settings.secretKey)) return next();
  const message =
    given === ''
      ? 'You did not provide an API key. Provide it in the Authorization header, as "Authorization: Bearer YOUR_SECRET_KEY".'
      : 'Invalid API Key provided.';
  refuse(response, new StripeRefusal(401, 'invalid_request_error', message));
}

function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function refuse(response: Response, refusal: StripeRefusal): void {
  if (refusal.statusCode === 409) response.setHeader('stripe-should-retry', 'true');
  send(response, refusal.statusCode, JSON.stringify(refusalBody(refusal), null, 2));
}

/** A fault that was asked for. Status 0 closes the connection without an answer. */
function fail(response: Response, status: number): void {
  if (status === 0) {
    response.destroy();
    return;
  }
  const code = status === 429 ? { code: 'rate_limit' } : {};
  const type = status === 429 ? 'invalid_request_error' : 'api_error';
  refuse(response, new StripeRefusal(status, type, 'A fault that was asked for.', code));
}

function send(response: Response, statusCode: number, body: string): void {
  response.status(statusCode).type('application/json').send(body);
}
