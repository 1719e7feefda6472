/** The fields of an account as a bank's form asks for them, in their order. */
export const ACCOUNT_FIELDS = ['holder', 'bank', 'iban', 'bic', 'number', 'routing', 'sortCode', 'branch'] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];
export type AccountLine = { field: AccountField; value: string };

/** What a buyer sends where, under which reference. */
export type TransferDetails = {
  reference: string;
  /** All that is due, and what of it came so far. */
  amountMinor: bigint;
  receivedMinor: bigint;
  currency: string;
  account: AccountLine[];
  /** The payment partner's page with the same details. */
  url: string | null;
};

/** Stripe's words for them, in whatever kind of address it gives. */
const STRIPE_FIELD: Readonly<Record<string, AccountField>> = {
  account_holder_name: 'holder',
  bank_name: 'bank',
  iban: 'iban',
  bic: 'bic',
  account_number: 'number',
  routing_number: 'routing',
  sort_code: 'sortCode',
  branch_name: 'branch',
};

/** The first address of Stripe's instructions as lines. None where it gives only its page. */
export function accountLines(addresses: readonly object[] | undefined): AccountLine[] {
  const [first] = addresses ?? [];
  if (!first || !('type' in first)) return [];
  const facts = (first as Record<string, unknown>)[String(first.type)];
  if (typeof facts !== 'object' || facts === null) return [];
  const lines = Object.entries(facts).flatMap(([name, value]): AccountLine[] => {
    const field = STRIPE_FIELD[name];
    return field && typeof value === 'string' && value !== '' ? [{ field, value }] : [];
  });
  return lines.sort((a, b) => ACCOUNT_FIELDS.indexOf(a.field) - ACCOUNT_FIELDS.indexOf(b.field));
}
