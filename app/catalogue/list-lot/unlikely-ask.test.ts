import { describe, expect, it } from 'vitest';
import { unlikelyAsk } from './unlikely-ask';

const BAND = { floorMinor: 10_000n, ceilingMinor: 20_000n };

describe('unlikelyAsk', () => {
  it.each([
    [4_999n, { against: 'floor', pointMinor: 10_000n, gapMinor: -5_001n, gapPct: '-50.01' }],
    [5_000n, null],
    [40_000n, null],
    [40_002n, { against: 'ceiling', pointMinor: 20_000n, gapMinor: 20_002n, gapPct: '100.01' }],
    [12n, null],
  ])('measures %s against the band', (askMinor, found) => {
    expect(unlikelyAsk(askMinor, { band: BAND, inForceMinor: 12n })).toEqual(found && { askMinor, ...found });
  });

  it.each([
    [499n, { against: 'inForce', pointMinor: 1_000n, gapMinor: -501n, gapPct: '-50.10' }],
    [500n, null],
    [2_000n, null],
    [2_001n, { against: 'inForce', pointMinor: 1_000n, gapMinor: 1_001n, gapPct: '100.10' }],
  ])('measures %s against the ask in force where there is no band', (askMinor, found) => {
    expect(unlikelyAsk(askMinor, { band: null, inForceMinor: 1_000n })).toEqual(found && { askMinor, ...found });
  });

  it('does not divide by a band of nothing', () => {
    expect(unlikelyAsk(5n, { band: { floorMinor: 0n, ceilingMinor: 0n }, inForceMinor: 1n })).toBeNull();
  });
});
