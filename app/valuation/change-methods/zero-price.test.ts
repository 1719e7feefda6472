import { describe, expect, it } from 'vitest';
import type { Method } from '../methods/method';
import { definitionOf, methodDefinitionSchema } from '../methods/method-definition.schema';
import { STARTING_METHODS } from '../methods/starting/starting-methods';
import { zeroPrice } from './zero-price';

const starting = (family: Method['family']) => {
  const method = STARTING_METHODS.find((one) => one.family === family);
  if (!method) throw new Error(family);
  return structuredClone(definitionOf(method)) as never as { terms: Record<string, never>; referenceCosts: never };
};
const changed = (family: Method['family'], path: string, value: object) => {
  const definition = starting(family);
  let place: Record<string, unknown> = definition;
  for (const key of path.split('.')) place = place[key] as Record<string, unknown>;
  Object.assign(place, value);
  return zeroPrice(methodDefinitionSchema.parse(definition));
};

describe('a price that would be zero', () => {
  it('is none of a method that the product ships with', () => {
    expect(STARTING_METHODS.map((method) => zeroPrice(definitionOf(method)))).toEqual(STARTING_METHODS.map(() => null));
  });

  it.each(['floor', 'fair', 'ceiling'])('is found at %s where nothing of the metal is paid', (level) => {
    const payable = { because: 'payable', path: `terms.${level}.payablePct` };
    expect(changed('contained-metal', `terms.${level}`, { payablePct: '0' })).toEqual(payable);
    expect(changed('contract-terms', `terms.${level}.payables.0`, { payablePct: '0.00' })).toEqual({
      because: 'payable',
      path: `terms.${level}.payables.0.payablePct`,
    });
  });

  it('is found where nothing of the reference is left', () => {
    const whole = { discountPct: '100', premiumPct: '0' };
    expect(changed('contained-metal', 'terms.fair', whole)).toEqual({
      because: 'reference',
      path: 'terms.fair.discountPct',
    });
    expect(changed('contained-metal', 'terms.fair', { ...whole, premiumPct: '0.1' })).toBeNull();
    expect(changed('contract-terms', 'terms.floor.payables.0', { discountPct: '100' })).toEqual({
      because: 'reference',
      path: 'terms.floor.payables.0.discountPct',
    });
  });

  it('is found where making a batch would cost nothing', () => {
    const free = { inputs: '0', energy: '0', transport: '0', hours: '0' };
    const [country = ''] = Object.keys(starting('cost-plus').referenceCosts);
    expect(changed('cost-plus', `referenceCosts.${country}`, free)).toEqual({
      because: 'costs',
      path: `referenceCosts.${country}.inputs`,
    });
    expect(changed('cost-plus', `referenceCosts.${country}`, { ...free, energy: '1' })).toBeNull();
  });
});
