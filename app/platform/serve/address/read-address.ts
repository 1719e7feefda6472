/** What a request says of where it was sent to. Headers of a proxy count only where the proxy is trusted. */
export type SaidAddress = {
  /** The target of its first line, as it was sent. */
  target: string;
  host: string | undefined;
  forwardedHost: string | undefined;
  forwardedProto: string | undefined;
  isProxyTrusted: boolean;
};

export type AllowedHosts = { hosts: readonly string[]; isLoopbackAllowed: boolean };

type Address = { ok: true; host: string } | { ok: false; status: 400 | 421 };

/** A name or an IPv4 address, or an IPv6 address in brackets, with a port or without. */
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;

/**
 * The one reading of where a request was sent to, for guards, cache and pages alike: a host that is ours, a protocol there is, and a target that is a path.
 * 400 where it cannot be read, 421 where it is meant for somebody else.
 */
export function readAddress(said: SaidAddress, allowed: AllowedHosts): Address {
  const { target, isProxyTrusted, forwardedProto } = said;
  const unreadable = { ok: false, status: 400 } as const;
  if (!target.startsWith('/') || target.includes('#')) return unreadable;
  if (isProxyTrusted && forwardedProto !== undefined && !/^https?$/.test(first(forwardedProto))) return unreadable;
  const host = isProxyTrusted && said.forwardedHost !== undefined ? first(said.forwardedHost) : said.host;
  if (host === undefined || !isHost(host)) return unreadable;
  const name = host.toLowerCase();
  const isAllowed = allowed.hosts.includes(name) || (allowed.isLoopbackAllowed && isLoopbackHost(name));
  return isAllowed ? { ok: true, host: name } : { ok: false, status: 421 };
}

/** Ports end at 65535 and parts of an IPv4 address at 255: what no address can be made of is no host. */
export function isHost(text: string): boolean {
  return HOST.test(text) && URL.canParse(`http://${text}`);
}

export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.test(host);
}

/** A chain of proxies each adds its own: the first is what the reader's browser asked for. */
function first(header: string): string {
  return (header.split(',', 1)[0] ?? '').trim();
}
