import { Decimal, plain } from '#app/money/decimal';
import { refuse, type Refusal, type Result } from '#app/platform/result';
import { NOTE_MAX_LENGTH, readNote } from '#app/platform/text/read-note';

export const REASON_MIN_LENGTH = 10;
export const REASON_MAX_LENGTH = NOTE_MAX_LENGTH;

/** What is left of an ask, and how much of it that is. */
export type InHand = { minor: bigint; pct: string };

/** An ask under the floor of its band, and what it would leave in hand. */
export type BelowFloor = {
  askMinor: bigint;
  floorMinor: bigint;
  /** Under the floor by so much, in minor units and in percent of the floor. */
  gapMinor: bigint;
  gapPct: string;
  /**
   * After every charge and the fee, with its share of the ask. Null where the charges cannot be worked out.
   */
  inHand: InHand | null;
};

interface Asked {
  askMinor: bigint;
  band: { floorMinor: bigint } | null;
  netMinor: bigint | null;
}

/** Null where the ask is not under a floor: without a band there is none. */
export function belowFloor({ askMinor, band, netMinor }: Asked): BelowFloor | null {
  if (!band || askMinor >= band.floorMinor) return null;
  const gapMinor = band.floorMinor - askMinor;
  return {
    askMinor,
    floorMinor: band.floorMinor,
    gapMinor,
    gapPct: percentOf(gapMinor, band.floorMinor),
    inHand: inHandOf(askMinor, netMinor),
  };
}

export function inHandOf(askMinor: bigint, netMinor: bigint | null): InHand | null {
  return netMinor === null || askMinor <= 0n ? null : { minor: netMinor, pct: percentOf(netMinor, askMinor) };
}

function percentOf(part: bigint, whole: bigint): string {
  return plain(new Decimal(part.toString()).times(100).div(whole.toString()));
}

/** The seller's words for why it asks less than the floor: a sentence, never cut. */
export function readBelowFloorReason(typed: string): Result<string, 'reason-missing' | 'note-too-long'> {
  const read = readNote(typed, { path: 'belowFloorReason' });
  if (!read.ok) return read;
  return read.value.length < REASON_MIN_LENGTH ? missing() : read;
}

function missing(): Refusal<'reason-missing'> {
  return refuse('reason-missing', 'catalogue:belowFloor.reasonMissing', {
    path: 'belowFloorReason',
    params: { min: REASON_MIN_LENGTH },
  });
}
