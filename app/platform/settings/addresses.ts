import ipaddr from 'ipaddr.js';
import { ExpectedError } from '../expected-error';
import { isHost, isLoopbackHost } from '../serve/address/read-address';
import type { Settings } from '../settings';

/** Names of this site beside that of PUBLIC_URL. This machine's own count for a demo, and where PUBLIC_URL is one of them. */
export function readAllowedHosts(
  names: readonly string[],
  { demo, publicUrl }: { demo: boolean; publicUrl: string },
): Settings['allowedHosts'] {
  const wrong = names.find((name) => !isHost(name));
  if (wrong !== undefined)
    throw new ExpectedError(`ALLOWED_HOSTS must be names such as market.example.org, but holds "${wrong}".`);
  const { host } = new URL(publicUrl);
  const hosts = [...new Set([host, ...names.map((name) => name.toLowerCase())])];
  return { hosts, isLoopbackAllowed: demo || isLoopbackHost(host) };
}

const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** How many proxies stand in front, or which. */
export function readTrustedProxies(text: string): Settings['trustedProxies'] {
  if (text === 'none') return false;
  if (/^\d$/.test(text)) return Number.parseInt(text, 10);
  const all = text.split(',').map((one) => one.trim());
  const wrong = all.find((one) => !NETWORKS.includes(one) && !ipaddr.isValid(one) && !ipaddr.isValidCIDR(one));
  const whole = all.find((one) => /\/0$/.test(one));
  if (whole !== undefined)
    throw new ExpectedError(
      `TRUSTED_PROXIES holds "${whole}": anybody could say where a request comes from. Name your proxies.`,
    );
  if (wrong === undefined) return all;
  throw new ExpectedError(
    `TRUSTED_PROXIES must be none, a number of proxies, or networks such as 10.0.0.0/8, not "${wrong}".`,
  );
}
