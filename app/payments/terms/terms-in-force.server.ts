import { asCurrency } from '#app/money/currency';
import { money } from '#app/money/money';
import type { Tx } from '#app/platform/db/connect.server';
import { Prisma } from '#app/platform/db/generated/client';
import type { CostBearer } from '../limits/payment-cost';
import { DEFAULT_PAYMENT_TERMS, type PaymentTerms } from './payment-terms';

export type TermsRow = { version: number; costBearer: CostBearer; limitMinor: string; limitCurrency: string };

/**
 * The terms approved last, as one JSON value, for statements that read them beside other things. Null where
 * there are none.
 */
export function termsInForceSql(programmeId: string | null): Prisma.Sql {
  return Prisma.sql`(
    SELECT json_build_object('version', t.version, 'costBearer', t."costBearer",
                             'limitMinor', t."cardLimitMinor"::text, 'limitCurrency', t."cardLimitCurrency")
      FROM "PaymentTerms" t JOIN "PaymentTermsDecision" d ON d."termsId" = t.id AND d.approved
     WHERE t."programmeId" = ${programmeId}::uuid
     ORDER BY d."decidedAt" DESC, t.version DESC LIMIT 1)`;
}

export function termsOf(row: TermsRow | null): PaymentTerms {
  if (!row) return DEFAULT_PAYMENT_TERMS;
  const { version, costBearer, limitMinor, limitCurrency } = row;
  return { version, costBearer, cardLimit: money(BigInt(limitMinor), asCurrency(limitCurrency)) };
}

/** What holds for orders of a programme's cooperatives now. */
export async function paymentTermsInForce(
  db: Pick<Tx, '$queryRaw'>,
  programmeId: string | null,
): Promise<PaymentTerms> {
  const [row] = await db.$queryRaw<{ terms: TermsRow | null }[]>`SELECT ${termsInForceSql(programmeId)} AS terms`;
  return termsOf(row?.terms ?? null);
}
