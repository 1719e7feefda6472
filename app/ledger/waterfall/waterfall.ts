import type { Part } from '../entry';

/** One line of who gets what. Net has no payee of its own: it is the cooperative's; the fee is the platform's. */
export type WaterfallPart = {
  part: Part;
  payee: string | null;
  basis: string | null;
  rateBps: number | null;
  amountMinor: bigint;
};

/** A waterfall for a page: plain values, amounts as text of minor units. */
export type WaterfallLines = {
  currency: string;
  priceMinor: string;
  lines: { part: Part; payee: string | null; basis: string | null; rateBps: number | null; amountMinor: string }[];
};

export function toLines(currency: string, priceMinor: bigint, parts: readonly WaterfallPart[]): WaterfallLines {
  return {
    currency,
    priceMinor: priceMinor.toString(),
    lines: parts.map((part) => ({ ...part, amountMinor: part.amountMinor.toString() })),
  };
}
