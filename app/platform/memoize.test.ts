import { expect, it } from 'vitest';
import { memoize } from './memoize';

it('works out each answer once for the same arguments', () => {
  let made = 0;
  const sum = memoize((a: number, options: { b: number }) => ({ made: (made += 1), sum: a + options.b }));
  expect(sum(1, { b: 2 })).toEqual({ made: 1, sum: 3 });
  expect(sum(1, { b: 2 })).toBe(sum(1, { b: 2 }));
  expect(sum(2, { b: 2 })).toEqual({ made: 2, sum: 4 });
});

it('asks once for what is under way, and again after it failed', async () => {
  let tries = 0;
  const read = memoize(async () => {
    tries += 1;
    if (tries === 1) throw new Error('away');
    return tries;
  });
  const both = await Promise.allSettled([read(), read()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await read()).toBe(2);
  expect(await read()).toBe(2);
});
