import { expect, it } from 'vitest';
import { requireTriedEngine, TRIED } from './tried-engine.server';

it('takes the versions that are installed', () => {
  expect(() => requireTriedEngine()).not.toThrow();
});

it.each(Object.keys(TRIED))('refuses another %s in one sentence', (name) => {
  const versionOf = (asked: keyof typeof TRIED) => (asked === name ? '9.0.0' : TRIED[asked]);
  expect(() => requireTriedEngine(versionOf)).toThrow(
    new RegExp(`^${name} is 9\\.0\\.0, but migrations were tried with `),
  );
});
