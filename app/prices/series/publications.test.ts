import { expect, it } from 'vitest';
import { publications } from './publications';

it('tells which figures came with which publication, the newest first', () => {
  const row = (key: string, vintage: string | null) => ({ key, latest: vintage === null ? null : { vintage } });
  const [tin, lead, zinc, none] = [
    row('tin', '2026-06-02'),
    row('lead', '2026-07-02'),
    row('zinc', '2026-06-02'),
    row('none', null),
  ] as const;
  expect(publications([tin, lead, none, zinc])).toEqual([
    { on: '2026-07-02', rows: [lead] },
    { on: '2026-06-02', rows: [tin, zinc] },
  ]);
  expect(publications([none])).toEqual([]);
});
