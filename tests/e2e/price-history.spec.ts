import { expect, test } from '../support/demo-test';

type Evidence = {
  acceptedAt: string;
  band: {
    method: { id: string; approvedBy: { on: string }; sources: { on: string; url: string | null }[] };
    observations: { series: string; period: string; vintage: string }[];
    rates: { base: string; quote: string; on: string }[];
  } | null;
};

/**
 * Every certificate of the demo, read as a stranger reads it: nothing in it may be younger than the word that
 * it proves.
 */
test('no price evidence names anything that was not out yet', async ({ demo }) => {
  const { rows } = await demo.db.query<{ canonical: string; recordedAt: Date }>(
    `SELECT canonical, "recordedAt" FROM "PriceEvidence"`,
  );
  expect(rows.length).toBeGreaterThan(50);
  let observed = 0;
  const early: string[] = [];
  for (const { canonical, recordedAt } of rows) {
    const { acceptedAt, band } = JSON.parse(canonical) as Evidence;
    const day = acceptedAt.slice(0, 10);
    if (recordedAt < new Date(acceptedAt)) early.push(`recorded before ${acceptedAt}`);
    const named = [
      ...(band ? [[`approval of ${band.method.id}`, band.method.approvedBy.on]] : []),
      ...(band?.method.sources ?? []).filter(({ url }) => url === null).map(({ on }) => ['own source', on]),
      ...(band?.observations ?? []).map(({ series, vintage }) => [series, vintage]),
      ...(band?.observations ?? []).map(({ series, period }) => [`month of ${series}`, period]),
      ...(band?.rates ?? []).map(({ base, quote, on }) => [`${base}/${quote}`, on]),
    ];
    observed += band?.observations.length ?? 0;
    for (const [what, on] of named) if ((on ?? '') > day) early.push(`${what} of ${on} on ${day}`);
  }
  expect(observed).toBeGreaterThan(50);
  expect(early).toEqual([]);

  // What a certificate says was in force had been recorded here before the order was accepted.
  const { rows: late } = await demo.db.query(
    `SELECT e."orderId" FROM "PriceEvidence" e, jsonb_array_elements((e.canonical::jsonb)->'band'->'observations') o
      WHERE (e.canonical::jsonb)->'band' <> 'null' AND NOT EXISTS (SELECT 1 FROM "ObservationInForce" f
        WHERE f."seriesKey" = o->>'series' AND to_char(f.period, 'YYYY-MM') = o->>'period'
          AND f."recordedAt" <= ((e.canonical::jsonb)->>'acceptedAt')::timestamptz)`,
  );
  expect(late).toEqual([]);
});

test('the API answers for the middle of 2025 with what was out then', async ({ demo, request }) => {
  const ask = async (knownAt: string) => {
    const answer = await request.get(`${demo.url}/api/v1/series/wb.gold/observations?from=2025-04&knownAt=${knownAt}`);
    return ((await answer.json()) as { observations: { period: string; vintage: string }[] }).observations;
  };
  expect((await ask('2025-07-01T12:00:00Z')).map(({ period }) => period)).toEqual(['2025-04', '2025-05']);
  expect((await ask('2025-07-03T12:00:00Z')).at(-1)).toMatchObject({ period: '2025-06', vintage: '2025-07-02' });
});
