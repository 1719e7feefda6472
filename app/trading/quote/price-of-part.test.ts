import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '#app/money/money';
import { priceOfPart } from './price-of-part';

const whole = (askMinor: bigint, quantity: string, stepMinor = 1n) => ({
  ask: money(askMinor, 'USD'),
  whole: quantity,
  stepMinor,
});
const nothing = { quantity: '0', minor: 0n };

describe('the price of a part', () => {
  it('is the ask for the whole, and its share for a first part, half-even', () => {
    const lot = { ...whole(11_802_302n, '1000'), available: '1000', sold: nothing };
    expect(priceOfPart({ ...lot, quantity: '1000' }).minor).toBe(11_802_302n);
    expect(priceOfPart({ ...lot, quantity: '400' }).minor).toBe(4_720_921n);
    expect(priceOfPart({ ...whole(25n, '1'), available: '1', sold: nothing, quantity: '0.5' }).minor).toBe(12n);
  });

  it('gives the last of three thirds the cent that rounding kept back', () => {
    let sold = { quantity: 0, minor: 0n };
    const prices = ['1', '1', '1'].map((quantity) => {
      const left = 3 - sold.quantity;
      const input = { ...whole(10_000n, '3'), quantity, available: `${left}` };
      const { minor } = priceOfPart({ ...input, sold: { quantity: `${sold.quantity}`, minor: sold.minor } });
      sold = { quantity: sold.quantity + 1, minor: sold.minor + minor };
      return minor;
    });
    expect(prices).toEqual([3_333n, 3_334n, 3_333n]);
  });

  it('is a plain share of the ask where more is asked for than is left', () => {
    const input = { ...whole(10_000n, '3'), available: '1', sold: { quantity: '2', minor: 6_667n } };
    expect(priceOfPart({ ...input, quantity: '3' }).minor).toBe(10_000n);
  });

  it('moves in whole ariary, where one charge cannot be less', () => {
    const lot = { ...whole(1_000_000n, '3', 100n), available: '3', sold: nothing };
    expect(priceOfPart({ ...lot, quantity: '1' }).minor).toBe(333_300n);
  });

  it('sums to the ask whatever the split, also where parts are called off and sold again', () => {
    const moves = fc.array(fc.record({ part: fc.integer({ min: 1, max: 1000 }), callsOff: fc.boolean() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.bigInt({ min: 10_000n, max: 10n ** 12n }), fc.constantFrom(1n, 100n), moves, (ask, step, list) => {
        const askMinor = ask - (ask % step);
        const all = 1000;
        const live: { quantity: number; minor: bigint }[] = [];
        const order = (quantity: number) => {
          const gone = live.reduce((sum, one) => sum + one.quantity, 0);
          const minor = live.reduce((sum, one) => sum + one.minor, 0n);
          const price = priceOfPart({
            ...whole(askMinor, `${all}`, step),
            quantity: `${quantity}`,
            available: `${all - gone}`,
            sold: { quantity: `${gone}`, minor },
          });
          expect(price.minor >= 0n && price.minor % step === 0n).toBe(true);
          live.push({ quantity, minor: price.minor });
        };
        for (const { part, callsOff } of list) {
          const left = all - live.reduce((sum, one) => sum + one.quantity, 0);
          if (callsOff && live.length > 0) live.splice(part % live.length, 1);
          else if (left > 0) order(Math.min(part, left));
        }
        const left = all - live.reduce((sum, one) => sum + one.quantity, 0);
        if (left > 0) order(left);
        expect(live.reduce((sum, { minor }) => sum + minor, 0n)).toBe(askMinor);
      }),
    );
  });
});
