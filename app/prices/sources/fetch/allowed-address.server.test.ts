import { describe, expect, it } from 'vitest';
import { isAllowedAddress, literalAddress } from './allowed-address.server';

const strict = { allowLoopback: false };

describe('addresses that a feed may be fetched from', () => {
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '::ffff:93.184.216.34'])(
    '%s is public',
    (address) => {
      expect(isAllowedAddress(address, strict)).toBe(true);
    },
  );

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.5.4',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd12:3456::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%s is not', (address) => {
    expect(isAllowedAddress(address, strict)).toBe(false);
  });

  it('lets a test reach its own machine, and nothing else of the kind', () => {
    expect(isAllowedAddress('127.0.0.1', { allowLoopback: true })).toBe(true);
    expect(isAllowedAddress('10.0.0.1', { allowLoopback: true })).toBe(false);
  });

  // The URL parser writes every notation of an address in its usual form before we look at it.
  it.each(['http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://[::ffff:7f00:1]/'])(
    'sees through %s',
    (url) => {
      const literal = literalAddress(new URL(url).hostname);
      expect(literal).not.toBeNull();
      expect(isAllowedAddress(literal ?? '', strict)).toBe(false);
    },
  );
});
