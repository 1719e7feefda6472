import { describe, expect, it } from 'vitest';
import { databaseCode, isBusy, isRetryable } from './map-error.server';

const raw = (originalCode: string) => ({ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode } } } });

describe('an error of the database', () => {
  it.each([
    ['a row that is held', raw('55P03'), '55P03', true, false],
    ['a statement that took too long', raw('57014'), '57014', true, false],
    ['no connection in time', { code: 'P2028' }, 'P2028', true, false],
    ['a deadlock, however often it was tried', raw('40P01'), '40P01', true, true],
    ['a write conflict, however often it was tried', { code: 'P2034' }, '40001', true, true],
    ['two of one kind', { code: 'P2002' }, '23505', false, false],
    ['a breach of a check', raw('23514'), '23514', false, false],
    ['a full pool', new Error('timeout exceeded when trying to connect'), null, true, false],
    ['no error of the database', new Error('x is not a function'), null, false, false],
    ['nothing', null, null, false, false],
  ])('%s: its code, whether to ask the reader to wait, whether to try again', (_, error, code, busy, retryable) => {
    expect([databaseCode(error), isBusy(error), isRetryable(error)]).toEqual([code, busy, retryable]);
  });
});
