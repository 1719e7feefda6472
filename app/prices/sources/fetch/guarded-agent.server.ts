import { lookup as resolve, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent } from 'undici';
import { isAllowedAddress } from './allowed-address.server';

export class ForbiddenAddress extends Error {}

const CONNECT_MS = 10_000;
/** To the first byte of an answer, and between any two parts of its body. */
const HEADERS_MS = 20_000;
const BODY_MS = 20_000;

export type FetchTimes = { connectMs?: number; headersMs?: number; bodyMs?: number };

/**
 * A connection pool that looks at the address which a name leads to at the very moment of connecting: a name that points elsewhere than a moment ago
 * (DNS rebinding) gains nothing. A literal address in a URL is never looked up, so the caller checks it.
 */
export function guardedAgent(
  { allowLoopback }: { allowLoopback: boolean },
  { connectMs = CONNECT_MS, headersMs = HEADERS_MS, bodyMs = BODY_MS }: FetchTimes = {},
): Agent {
  const lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const allowed = addresses.filter(({ address }) => isAllowedAddress(address, { allowLoopback }));
      const [first] = allowed;
      if (!first || allowed.length < addresses.length)
        return callback(new ForbiddenAddress(`${hostname} leads to an address that is not public`), '', 0);
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
  return new Agent({
    connect: { timeout: connectMs, lookup },
    headersTimeout: headersMs,
    bodyTimeout: bodyMs,
    pipelining: 1,
    maxHeaderSize: 16 * 1024,
  });
}
