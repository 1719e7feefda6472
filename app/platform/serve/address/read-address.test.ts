import { expect, it } from 'vitest';
import { readAddress, type SaidAddress } from './read-address';

const allowed = { hosts: ['market.example.org', '[2001:db8::1]:8443'], isLoopbackAllowed: false };

function read(said: Partial<SaidAddress>, isLoopbackAllowed = false): string | number {
  const address = readAddress(
    {
      target: '/',
      host: 'market.example.org',
      forwardedHost: undefined,
      forwardedProto: undefined,
      isProxyTrusted: false,
      ...said,
    },
    { ...allowed, isLoopbackAllowed },
  );
  return address.ok ? address.host : address.status;
}

it.each([
  [{}, 'market.example.org'],
  [{ host: 'Market.Example.ORG' }, 'market.example.org'],
  [{ host: '[2001:db8::1]:8443' }, '[2001:db8::1]:8443'],
  [{ host: 'market.example.org:81' }, 421],
  [{ host: 'evil.example' }, 421],
  [{ host: 'market.example.org.evil.example' }, 421],
  [{ host: '127.0.0.1:3000' }, 421],
  [{ host: undefined }, 400],
  [{ host: '' }, 400],
  [{ host: 'a/b' }, 400],
  [{ host: 'user@market.example.org' }, 400],
  [{ host: 'market.example.org:x' }, 400],
  [{ host: 'x/sign-up?' }, 400],
  [{ host: 'a b' }, 400],
  [{ target: '*' }, 400],
  [{ target: 'http://evil.example/' }, 400],
  [{ target: '/lots#x' }, 400],
])('reads %j as %s', (said, result) => {
  expect(read(said)).toBe(result);
});

it('takes the word of a proxy only where it is trusted', () => {
  const forwarded = { host: '127.0.0.1:3000', forwardedHost: 'market.example.org, 10.0.0.1' };
  expect(read({ ...forwarded, isProxyTrusted: true })).toBe('market.example.org');
  expect(read({ ...forwarded, isProxyTrusted: false })).toBe(421);
  expect(read({ forwardedHost: 'evil.example' })).toBe('market.example.org');
  expect(read({ forwardedHost: 'x/sign-up?a=', isProxyTrusted: true })).toBe(400);
  expect(read({ forwardedProto: 'javascript', isProxyTrusted: true })).toBe(400);
  expect(read({ forwardedProto: 'https, http', isProxyTrusted: true })).toBe('market.example.org');
});

it('answers this machine by any of its names where that is allowed', () => {
  for (const host of ['localhost:3000', '127.0.0.1:41000', '[::1]:80'])
    expect([read({ host }, true), read({ host }, false)]).toEqual([host, 421]);
  expect(read({ host: '127.0.0.1.evil.example' }, true)).toBe(421);
});
