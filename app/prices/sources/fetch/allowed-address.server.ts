import ipaddr from 'ipaddr.js';

/**
 * Whether an address may be fetched: only what is reachable from anywhere. Loopback, private, link-local (with the clouds' metadata service), carrier-grade
 * and all other special ranges are refused, also where IPv6 wraps one of them.
 */
export function isAllowedAddress(text: string, { allowLoopback }: { allowLoopback: boolean }): boolean {
  // A scope (`fe80::1%eth0`) only means something on this machine.
  if (!ipaddr.isValid(text) || text.includes('%')) return false;
  const address = ipaddr.process(text);
  const range = address.range();
  return range === 'unicast' || (allowLoopback && range === 'loopback');
}

/** The address itself where a URL names one instead of a host; `[::1]` without its brackets. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(bare) ? bare : null;
}
