import { expect, it } from 'vitest';
import { readEvent } from './read-event';

const event = (change: object) => ({
  id: 'evt_1',
  type: 'charge.updated',
  data: { object: { id: 'ch_1' } },
  ...change,
});

it('reads what an event says', () => {
  expect(readEvent(event({}))).toEqual({ id: 'evt_1', type: 'charge.updated', objectId: 'ch_1', payload: event({}) });
  expect(readEvent(event({ data: { object: {} } }))?.objectId).toBe('');
});

it.each([
  [null],
  [1],
  ['text'],
  [[]],
  [[event({})]],
  [{}],
  [event({ id: 1 })],
  [event({ id: '' })],
  [event({ id: 'x'.repeat(3000) })],
  [event({ type: null })],
  [event({ data: null })],
  [event({ data: {} })],
  [event({ data: { object: null } })],
  [event({ data: { object: 'ch_1' } })],
  [event({ data: { object: [] } })],
])('sees no event in %j', (body) => {
  expect(readEvent(body)).toBeNull();
});

it('keeps what the database can keep', () => {
  const read = readEvent(event({ data: { object: { id: ['x'], 'a\u0000': 'b\u0000', half: '\ud800', whole: '😀' } } }));
  expect(read).toMatchObject({ objectId: '', payload: { data: { object: { a: 'b', half: '\ufffd', whole: '😀' } } } });
});

it('looks at no depth', () => {
  const deep = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as unknown;
  expect(readEvent(event({ deep }))).toBeNull();
});
