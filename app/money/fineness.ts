import { Exact } from './exact';

export const FINENESS_UNITS = ['karat', 'permil', '%'] as const;
export type FinenessUnit = (typeof FINENESS_UNITS)[number];

/** Of pure metal. */
export const FULL_FINENESS: Record<FinenessUnit, string> = { karat: '24', permil: '1000', '%': '100' };

const THOUSAND = Exact.of('1000');

/** As many as a purity may be typed with. */
export const PERMIL_DECIMALS = 6;

/**
 * 18 karat → 750 permil. 22 karat → 916.666667. A karat is a 24th, which mostly never ends in decimals: of
 * permil it keeps six, rounded half-even, so that a lot says its fineness in figures that anyone can type
 * again, and the calculator and the lot have one band. That is never off by more than half a millionth of a
 * permil: 50 µg in 100 kg, less than a cent of gold, and as often for the buyer as for the seller.
 */
export function finenessPermil(value: string, unit: FinenessUnit): string {
  const permil = Exact.of(value).times(THOUSAND).over(Exact.of(FULL_FINENESS[unit]));
  return unit === 'karat' ? permil.toPlaces(PERMIL_DECIMALS) : permil.toFactor();
}

/** 916.666667 permil → 22 karat: what was typed with up to six decimals comes back as it was typed. */
export function permilKarat(permil: string): string {
  return Exact.of(permil).times(Exact.of(FULL_FINENESS.karat)).over(THOUSAND).toPlaces(PERMIL_DECIMALS);
}
