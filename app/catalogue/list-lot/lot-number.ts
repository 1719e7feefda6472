/** Without I, L, O and U: read out over a poor line, nothing is taken for something else (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `L-7K3M-9QXT` from the 40 random bits at the end of the lot's id: short, unguessable order, no counter to wait for. */
export function lotNumber(lotId: string): string {
  const bits = BigInt(`0x${lotId.replaceAll('-', '').slice(-10)}`);
  let text = '';
  for (let shift = 35n; shift >= 0n; shift -= 5n) text += ALPHABET[Number((bits >> shift) & 31n)] ?? '';
  return `L-${text.slice(0, 4)}-${text.slice(4)}`;
}
