import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormBody } from './form-body';
import { readListParams } from './list-params';
import { readRefundParams } from './refund-params';
import { MAX_DELIVERY_ATTEMPTS, retryDelaySeconds } from '../retry-delay';
import { readSessionParams } from './session-params';
import { refusalBody, StripeRefusal } from '../stripe-refusal';

const NOW = new Date('2026-06-02T08:00:00Z');
const GOOD =
  'mode=payment&success_url=https://fairlode.example/ok&line_items[0][quantity]=3&line_items[0][price_data][currency]=USD' +
  '&line_items[0][price_data][unit_amount]=1250&line_items[0][price_data][product_data][name]=Bricks';

function refusalOf(work: () => unknown): StripeRefusal | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof StripeRefusal) return error;
    throw error;
  }
}

describe('readSessionParams', () => {
  it('multiplies, lower-cases the currency and gives a day to pay', () => {
    expect(readSessionParams(parseFormBody(GOOD), NOW)).toMatchObject({
      currency: 'usd',
      amountMinor: 3_750n,
      paymentMethodTypes: ['card', 'customer_balance'],
      expiresAt: new Date('2026-06-03T08:00:00Z'),
    });
  });

  it.each([
    ['&colour=red', 'parameter_unknown', 'colour'],
    ['&line_items[0][price]=price_1', 'parameter_unknown', 'line_items[0][price]'],
    ['&line_items[1][quantity]=1', 'parameter_missing', 'line_items[1][price_data]'],
  ])('names the parameter in %s', (more, code, param) => {
    const refusal = refusalOf(() => readSessionParams(parseFormBody(GOOD + more), NOW));
    expect(refusal && refusalBody(refusal).error).toMatchObject({ code, param, type: 'invalid_request_error' });
  });

  it.each(['1.5', '-1', 'NaN', '1e3', '', '9999999999999', '٣'])('refuses %s as an amount', (amount) => {
    const params = parseFormBody(GOOD.replace('unit_amount]=1250', `unit_amount]=${encodeURIComponent(amount)}`));
    expect(refusalOf(() => readSessionParams(params, NOW))?.statusCode).toBe(400);
  });

  it('answers any input with a value or a refusal', () => {
    fc.assert(
      fc.property(fc.anything(), (params) => {
        refusalOf(() => readSessionParams(params, NOW));
        refusalOf(() => readRefundParams(params));
        refusalOf(() => readListParams(params, ['type']));
      }),
    );
  });
});

describe('readListParams', () => {
  it('reads page size, cursors, filters and whole seconds of time', () => {
    expect(
      readListParams(parseFormBody('limit=100&starting_after=txn_1&type=charge&created[gt]=10&created[lte]=20'), [
        'type',
      ]),
    ).toEqual({
      limit: 100,
      startingAfter: 'txn_1',
      endingBefore: null,
      created: { gte: new Date(11_000), lt: new Date(21_000) },
      filters: { type: 'charge' },
      types: null,
    });
  });

  it.each(['limit=0', 'limit=101', 'limit=ten', 'created[gt]=x', 'unknown=1'])('refuses %s', (text) => {
    expect(refusalOf(() => readListParams(parseFormBody(text), []))?.statusCode).toBe(400);
  });
});

it('waits longer after each refused webhook, an hour at most', () => {
  const waits = Array.from({ length: MAX_DELIVERY_ATTEMPTS }, (_, index) => retryDelaySeconds(index + 1));
  expect(waits.slice(0, 4)).toEqual([2, 6, 18, 54]);
  expect([...waits].sort((a, b) => a - b)).toEqual(waits);
  expect(Math.max(...waits)).toBe(3_600);
});
