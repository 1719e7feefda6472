import type { Dispatcher } from 'undici';
import { isAllowedAddress, literalAddress } from './allowed-address.server';
import { failed, retryAfter, type FetchProblem } from './fetch-problem';
import { ForbiddenAddress, guardedAgent, type FetchTimes } from './guarded-agent.server';
import { BodyTooBig, CutOff, readBody } from './read-body.server';

export type FileRequest = {
  url: string;
  /** Content types that the publisher may say; the reader looks at the content itself. */
  types: readonly string[];
  etag?: string | null;
  lastModified?: string | null;
  maxBytes: number;
  maxUnpackedBytes: number;
  allowLoopback: boolean;
  times?: FetchTimes & { wholeMs?: number };
};

export type FetchedFile =
  | { kind: 'file'; bytes: Buffer; etag: string | null; lastModified: string | null }
  | { kind: 'unchanged' }
  | FetchProblem;

const MOST_REDIRECTS = 4;
/** However slowly it drips: a file that is not here by then is no file. */
const WHOLE_MS = 60_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a publisher's file: bounded in time and bytes before and after unpacking, asked for only where it changed, redirects followed by hand with every
 * hop checked, and never from an address of our own network. Every failure is a value with its reason.
 */
export async function fetchFile(request: FileRequest): Promise<FetchedFile> {
  const agent = guardedAgent(request, request.times);
  const signal = AbortSignal.timeout(request.times?.wholeMs ?? WHOLE_MS);
  try {
    return await follow(request, agent, signal);
  } catch (error) {
    return problemOf(error, request);
  } finally {
    await agent.destroy();
  }
}

async function follow(request: FileRequest, agent: Dispatcher, signal: AbortSignal): Promise<FetchedFile> {
  let address = request.url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const url = checkedUrl(address, request);
    if (!url) return failed('address-refused', { address: hostOf(address) });
    const answer = await agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method: 'GET',
      headers: headersOf(request),
      signal,
    });
    // A body that we end early says so with an error, which nobody else hears.
    answer.body.on('error', () => undefined);
    if (!REDIRECTS.has(answer.statusCode)) return await take(answer, request);
    answer.body.destroy();
    const location = header(answer, 'location');
    if (location === null) return failed('refused-status', { status: answer.statusCode });
    address = URL.canParse(location, url) ? new URL(location, url).toString() : location;
  }
  return failed('too-many-redirects', { count: MOST_REDIRECTS });
}

/** https only, but for a test's own machine; no name or password in it; a literal address must be public. */
function checkedUrl(address: string, { allowLoopback }: FileRequest): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.username || url.password) return null;
  const literal = literalAddress(url.hostname);
  if (literal !== null && !isAllowedAddress(literal, { allowLoopback })) return null;
  return url.protocol === 'https:' || (url.protocol === 'http:' && allowLoopback) ? url : null;
}

function headersOf({ etag, lastModified, types }: FileRequest): Record<string, string> {
  return {
    'user-agent': 'Fairlode price feed',
    accept: `${types.join(', ')}, */*;q=0.1`,
    'accept-encoding': 'gzip, identity',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

async function take(answer: Dispatcher.ResponseData, request: FileRequest): Promise<FetchedFile> {
  const { statusCode: status, body } = answer;
  if (status !== 200) {
    body.destroy();
    // The publisher's clock is the wall clock, whatever day it is in a demo.
    const wait = retryAfter(header(answer, 'retry-after'), new Date());
    if (status === 304) return { kind: 'unchanged' };
    if (status === 429) return failed('too-many-requests', {}, wait);
    return status >= 500 ? failed('server-error', { status }, wait) : failed('refused-status', { status });
  }
  const type = (header(answer, 'content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!request.types.includes(type)) {
    body.destroy();
    return failed('wrong-type', { found: shown(type || '?'), expected: request.types[0] ?? '' });
  }
  const bytes = await readBody(body, { ...request, encoding: header(answer, 'content-encoding') });
  return {
    kind: 'file',
    bytes,
    etag: kept(header(answer, 'etag')),
    lastModified: kept(header(answer, 'last-modified')),
  };
}

function header({ headers }: Dispatcher.ResponseData, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** A validator that may be sent back as a header later. */
function kept(value: string | null): string | null {
  return value !== null && value.length <= 200 && /^[\x20-\x7e]+$/.test(value) ? value : null;
}

/** What may be said in public: paths and queries of a licensed feed may hold its key. */
function hostOf(address: string): string {
  return URL.canParse(address) ? shown(new URL(address).host) : '?';
}

function shown(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 120);
}

function problemOf(error: unknown, request: FileRequest): FetchProblem {
  const chain = [error, error instanceof Error ? error.cause : null];
  if (chain.some((one) => one instanceof ForbiddenAddress))
    return failed('address-refused', { address: hostOf(request.url) });
  if (error instanceof BodyTooBig) return failed('too-big', { megabytes: Math.floor(error.limit / 1_048_576) });
  if (error instanceof CutOff) return failed('cut-off');
  const { name = '', code = '' } = error as { name?: string; code?: string };
  if (name === 'TimeoutError' || name === 'AbortError' || code.endsWith('_TIMEOUT')) return failed('timed-out');
  if (['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_SOCKET', 'UND_ERR_ABORTED', 'ECONNRESET'].includes(code))
    return failed('cut-off');
  return failed('unreachable', { reason: shown(code || name || 'unknown') });
}
