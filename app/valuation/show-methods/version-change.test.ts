import { describe, expect, it } from 'vitest';
import { translator } from '#app/platform/i18n/translator.server';
import { STARTING_METHODS } from '../methods/starting/starting-methods';
import { versionChange } from './version-change';

const say = translator('en');
const change = (id: string, reason: string | null = null) => versionChange((key) => say(key), { id, reason });

describe('what changed with a version', () => {
  it('is known of every version that the product ships with, and differs from the first', () => {
    for (const { id } of STARTING_METHODS) expect(change(id), id).not.toBeNull();
    for (const { id } of STARTING_METHODS.filter((method) => !method.id.endsWith('/1')))
      expect(change(id)).not.toBe(change('any/1'));
    expect(change('bricks/2')).toMatch(/^New: once there are enough verified sales/u);
  });

  it('is what staff wrote, where they did, and never made up', () => {
    expect(change('bricks/2', 'Fuel is dearer.')).toBe('Fuel is dearer.');
    expect(change('bricks/3')).toBeNull();
  });
});
