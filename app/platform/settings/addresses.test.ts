import { expect, it } from 'vitest';
import { readAllowedHosts, readTrustedProxies } from './addresses';

it('allows the public name and those that are listed; this machine only where nobody else comes', () => {
  const publicUrl = 'https://market.example.org';
  expect(readAllowedHosts(['WWW.example.org:8443'], { demo: false, publicUrl })).toEqual({
    hosts: ['market.example.org', 'www.example.org:8443'],
    isLoopbackAllowed: false,
  });
  expect(readAllowedHosts([], { demo: true, publicUrl }).isLoopbackAllowed).toBe(true);
  expect(readAllowedHosts([], { demo: false, publicUrl: 'http://127.0.0.1:3000' }).isLoopbackAllowed).toBe(true);
  for (const wrong of ['*', 'https://example.org', 'a b', 'example.org/x'])
    expect(() => readAllowedHosts([wrong], { demo: false, publicUrl })).toThrow(/^ALLOWED_HOSTS/);
});

it.each([
  ['none', false],
  ['2', 2],
  ['loopback', ['loopback']],
  ['10.0.0.0/8, 2001:db8::/32,192.0.2.7', ['10.0.0.0/8', '2001:db8::/32', '192.0.2.7']],
])('trusts %s', (text, trusted) => {
  expect(readTrustedProxies(text)).toEqual(trusted);
});

it('says which network is none', () => {
  expect(() => readTrustedProxies('everybody')).toThrow(/^TRUSTED_PROXIES .*everybody/);
});
