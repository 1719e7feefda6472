import { asCurrency } from '#app/money/currency';
import { money, toAmount } from '#app/money/money';
import { canonicalJson } from '#app/platform/digests/canonical-json';

export type EvidenceInput = {
  orderNumber: string;
  lotNumber: string;
  quantity: { value: string; unit: string };
  priceMinor: bigint;
  currency: string;
  acceptedAt: string;
  /** Canonical JSON of the band as pricing gave it, or why there was none. */
  band: { canonical: string } | { reason: string };
  previousSha256: string | null;
};

/**
 * The text that is hashed at acceptance (RFC 8785): the offer, and the method, inputs, observations and
 * result of its band. Whoever has the text can compute the hash and redo the sum. A changed byte shows.
 */
export function priceEvidence({
  orderNumber,
  lotNumber,
  quantity,
  priceMinor,
  currency,
  acceptedAt,
  band,
  previousSha256,
}: EvidenceInput): string {
  return canonicalJson({
    kind: 'price-evidence/1',
    order: orderNumber,
    lot: lotNumber,
    quantity,
    price: { amount: toAmount(money(priceMinor, asCurrency(currency))), currency },
    acceptedAt,
    band: 'canonical' in band ? (JSON.parse(band.canonical) as unknown) : null,
    noBandReason: 'reason' in band ? band.reason : null,
    previous: previousSha256,
  });
}
