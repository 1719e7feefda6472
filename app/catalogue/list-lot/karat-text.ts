import { decimalPlaces } from '#app/money/decimal';
import type { Words } from '../vocabulary/lot-title';

const SHOWN_DECIMALS = 2;

/** `18 karat = 750‰`, `22 karat ≈ 916.67‰`: what was typed beside what is kept of it. */
export function karatText(karat: string, permil: string, { t, format }: Words): string {
  const fineness = `${format.number(permil, { maxDecimals: SHOWN_DECIMALS })}‰`;
  const equals = decimalPlaces(permil) > SHOWN_DECIMALS ? '≈' : '=';
  return t('catalogue:form.karatRead', { karat: format.number(karat), equals, fineness });
}
