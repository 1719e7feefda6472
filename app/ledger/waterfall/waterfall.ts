import { Decimal, fixed } from '#app/money/decimal';
import type { Part } from '../entry';

/**
 * One line of who gets what. Net has no payee of its own: it is the cooperative's. The fee is the platform's.
 */
export type WaterfallPart = {
  part: Part;
  payee: string | null;
  basis: string | null;
  rateBps: number | null;
  amountMinor: bigint;
};

/** A part of a price in percent, one decimal more than a page shows: 111.87 of 118.02 → `94.79`. */
export function percentOf(partMinor: bigint, wholeMinor: bigint): string {
  return fixed(new Decimal(partMinor.toString()).div(wholeMinor.toString()).times(100), 2);
}

export type ComparedPart = {
  part: Part;
  payee: string | null;
  basis: string | null;
  rateBps: number | null;
  plannedMinor: bigint;
  settledMinor: bigint | null;
};

/**
 * Planned beside settled, line by line. A settled part that was not planned would show as a line of its own:
 * nothing is hidden.
 */
export function comparePlanned(
  planned: readonly WaterfallPart[],
  settled: readonly WaterfallPart[] | null,
): ComparedPart[] {
  const same = (a: WaterfallPart, b: WaterfallPart) => a.part === b.part && a.payee === b.payee;
  const lines = planned.map(({ amountMinor, ...line }) => ({
    ...line,
    plannedMinor: amountMinor,
    settledMinor: settled && (settled.find((part) => same(part, { ...line, amountMinor }))?.amountMinor ?? 0n),
  }));
  const unplanned = (settled ?? []).filter((part) => !planned.some((line) => same(line, part)));
  return [
    ...lines,
    ...unplanned.map(({ amountMinor, ...line }) => ({ ...line, plannedMinor: 0n, settledMinor: amountMinor })),
  ];
}
