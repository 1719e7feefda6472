import type { Deps } from '#app/platform/deps';

export type TrialBalanceLine = { currency: string; code: string; accounts: number; balanceMinor: bigint };
export type TrialBalance = {
  lines: TrialBalanceLine[];
  /** Sum of all postings per currency: zero, or the books are broken. */
  sums: { currency: string; sumMinor: bigint }[];
  /** Accounts whose kept balance is not the sum of their postings: none, or the books are broken. */
  drifted: { key: string; balanceMinor: bigint; postingsMinor: bigint }[];
};

/** The whole ledger in one view, recomputed from postings and compared with the balances that are kept. */
export async function trialBalance(deps: Pick<Deps, 'db'>): Promise<TrialBalance> {
  const lines = await deps.db.$queryRaw<TrialBalanceLine[]>`
    SELECT account.currency, account.code, count(DISTINCT account.id)::int AS accounts, coalesce(sum(posting."amountMinor"), 0)::bigint AS "balanceMinor"
      FROM "LedgerAccount" account LEFT JOIN "Posting" posting ON posting."accountId" = account.id
     GROUP BY account.currency, account.code
     ORDER BY account.currency, account.code`;
  const drifted = await deps.db.$queryRaw<TrialBalance['drifted']>`
    SELECT account.key, account."balanceMinor", coalesce(sum(posting."amountMinor"), 0)::bigint AS "postingsMinor"
      FROM "LedgerAccount" account LEFT JOIN "Posting" posting ON posting."accountId" = account.id
     GROUP BY account.id
    HAVING account."balanceMinor" <> coalesce(sum(posting."amountMinor"), 0)
     ORDER BY account.key`;
  const sums = new Map<string, bigint>();
  for (const { currency, balanceMinor } of lines) sums.set(currency, (sums.get(currency) ?? 0n) + balanceMinor);
  return { lines, drifted, sums: [...sums].map(([currency, sumMinor]) => ({ currency, sumMinor })) };
}
