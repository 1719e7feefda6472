import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { weaknessOf } from './weak-secret';

describe('weaknessOf', () => {
  it.each([
    [''],
    ['short'],
    ['x'.repeat(64)],
    ['changeme-changeme-changeme-changeme'],
    ['this-is-a-Secret-for-the-session-0001'],
    ['fairlode-production-7a0c1e55d2b94f38'],
    ['0123456789abcdef0123456789abcdef'],
    ['abcdefghijklmnopqrstuvwxyz0123456789'],
    ['a8f3a8f3a8f3a8f3a8f3a8f3a8f3a8f3a8f3'],
    ['11111111111111112222222222222222333333'],
    ['asdfghjklqwertzuiopyxcvbnmasdfghjklq'],
    ['1q2w3e4r5t6z7u8i9o0p1q2w3e4r5t6z7u8i'],
    ['correct horse battery staple correct horse'],
    ['Correct-Horse-Battery-Staple-And-More'],
    ['REPLACE_WITH_32_RANDOM_CHARACTERS_!!'],
  ])('finds %j weak', (secret) => {
    expect(weaknessOf(secret)).not.toBeNull();
  });

  it('takes what random tools give', () => {
    for (let round = 0; round < 200; round += 1) {
      expect(weaknessOf(randomBytes(32).toString('hex'))).toBeNull();
      expect(weaknessOf(randomBytes(32).toString('base64'))).toBeNull();
      expect(weaknessOf(randomBytes(24).toString('base64url'))).toBeNull();
    }
  });
});
