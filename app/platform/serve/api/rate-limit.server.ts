import type { Request, RequestHandler, Response } from 'express';
import pg from 'pg';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { inUtc } from '../../db/in-utc';
import type { Log } from '../../log';
import type { Settings } from '../../settings';
import { refusePlainly } from '../refuse-plainly.server';
import { clientNetwork } from './client-network';
import { sendProblem } from './problem.server';

const WINDOW_SECONDS = 60;

type Policy = { name: 'reads' | 'sums'; quota: number; limiter: RateLimiterAbstract };

export type RateLimit = { handler: RequestHandler; stop(): Promise<void> };

/**
 * So many requests a minute for each address, counted in the database, so that it is one count over all web processes. What the page cache answers is not
 * counted. When the database cannot count, each process does for itself.
 */
export function openRateLimit({ databaseUrl, api }: Pick<Settings, 'databaseUrl' | 'api'>, log: Log): RateLimit {
  const pool = new pg.Pool({ connectionString: inUtc(databaseUrl), max: 3, application_name: 'fairlode-limits' });
  pool.on('error', (error) => log.warn({ err: error }, 'a connection of the rate limits was lost'));
  const policy = (name: Policy['name'], quota: number): Policy => ({
    name,
    quota,
    limiter: new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'ApiLimit',
      tableCreated: true,
      keyPrefix: name,
      points: quota,
      duration: WINDOW_SECONDS,
      // Who is over the limit is refused from memory, without asking the database again.
      inMemoryBlockOnConsumed: quota + 1,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points: quota, duration: WINDOW_SECONDS }),
    }),
  });
  const reads = policy('reads', api.readsPerMinute);
  const sums = policy('sums', api.sumsPerMinute);
  return {
    handler: (request, response, next) => {
      const chosen = isWork(request) ? sums : reads;
      void count(chosen, request, response).then((free) => (free ? next() : undefined), next);
    },
    stop: () => pool.end(),
  };
}

/** What is worked out for one reader: sums, and documents that are drawn. */
function isWork(request: Request): boolean {
  return request.method === 'POST' || request.baseUrl === '/certificates' || request.baseUrl === '/verify';
}

/** Counts one request; answers it with 429 where it is one too many. Headers: draft-ietf-httpapi-ratelimit-headers-10. */
async function count({ name, quota, limiter }: Policy, request: Request, response: Response): Promise<boolean> {
  const outcome = await limiter.consume(clientNetwork(request.ip ?? '')).then(
    (result) => ({ free: true, result }),
    (refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return { free: false, result: refusal };
      throw refusal;
    },
  );
  const seconds = Math.max(1, Math.ceil(outcome.result.msBeforeNext / 1000));
  response.set('RateLimit-Policy', `"${name}";q=${quota};w=${WINDOW_SECONDS}`);
  response.set('RateLimit', `"${name}";r=${outcome.free ? outcome.result.remainingPoints : 0};t=${seconds}`);
  if (outcome.free) return true;
  response.set('Retry-After', String(seconds));
  if (request.baseUrl === '/api' && request.path !== '/')
    sendProblem(response, 429, { detail: `At most ${quota} a minute. Try again in ${seconds} s.` });
  else refusePlainly(request, response, { status: 429, key: 'platform:error.tooManyText' });
  return false;
}
