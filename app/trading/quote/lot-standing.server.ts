import { isAcceptedState } from '#app/verification/application-lifecycle';
import { termsInForceSql, termsOf, type TermsRow } from '#app/payments/terms/terms-in-force.server';
import type { PaymentTerms } from '#app/payments/terms/payment-terms';
import type { Tx } from '#app/platform/db/connect.server';
import type { ChargeRuleTerms } from '#app/ledger/charges/charge-terms';

export type LotStanding = {
  charges: ChargeRuleTerms[];
  terms: PaymentTerms;
  /** What live orders took of the lot at the ask that holds. */
  sold: { quantity: string; minor: bigint };
  cooperativeAccepted: boolean;
  buyerAccepted: boolean;
  /** Orders of the buyer that wait for their payment: all, and for this lot. */
  unpaid: { all: number; ofLot: number };
};

type Asked = {
  lot: { id: string; cooperativeId: string; programmeId: string | null; askMinor: bigint };
  /** Null where nobody orders yet. */
  buyerId: string | null;
  now: Date;
};

type Row = {
  charges: (Omit<ChargeRuleTerms, 'fixedMinor' | 'capMinor'> & {
    fixedMinor: string | null;
    capMinor: string | null;
  })[];
  terms: TermsRow | null;
  soldQuantity: string;
  soldMinor: bigint;
  cooperative: Parameters<typeof isAcceptedState>[0] | null;
  buyer: Parameters<typeof isAcceptedState>[0] | null;
  unpaidAll: number;
  unpaidOfLot: number;
};

/**
 * Everything around a lot that decides on its orders, read in one statement: asked before an order for its
 * form, and again under the lot's lock, where it counts.
 */
export async function lotStanding(db: Pick<Tx, '$queryRaw'>, { lot, buyerId, now }: Asked): Promise<LotStanding> {
  const [row] = await db.$queryRaw<[Row]>`
    SELECT (SELECT coalesce(json_agg(json_build_object(
                     'kind', kind, 'payee', payee, 'basis', basis, 'rateBps', "rateBps", 'fixedMinor', "fixedMinor"::text,
                     'capMinor', "capMinor"::text, 'currency', currency) ORDER BY kind, id), '[]')
              FROM "ChargeRule"
             WHERE "cooperativeId" = ${lot.cooperativeId}::uuid
               AND "activeFrom" <= ${now} AND ("activeTo" IS NULL OR "activeTo" > ${now})) AS charges,
           ${termsInForceSql(lot.programmeId)} AS terms,
           (SELECT state::text FROM "Application" WHERE "organisationId" = ${lot.cooperativeId}::uuid) AS cooperative,
           (SELECT state::text FROM "Application" WHERE "organisationId" = ${buyerId}::uuid) AS buyer,
           (SELECT count(*)::int FROM "Order" WHERE "buyerId" = ${buyerId}::uuid AND state = 'placed') AS "unpaidAll",
           sold.*
      FROM (SELECT coalesce(sum(quantity) FILTER (WHERE "lotAskMinor" = ${lot.askMinor}), 0)::text AS "soldQuantity",
                   coalesce(sum("priceMinor") FILTER (WHERE "lotAskMinor" = ${lot.askMinor}), 0)::bigint AS "soldMinor",
                   (count(*) FILTER (WHERE "buyerId" = ${buyerId}::uuid AND state = 'placed'))::int AS "unpaidOfLot"
              FROM "Order"
             WHERE "lotId" = ${lot.id}::uuid AND state NOT IN ('expired', 'cancelled', 'refunded')) sold`;
  const minor = (text: string | null) => (text === null ? null : BigInt(text));
  return {
    charges: row.charges.map(({ fixedMinor, capMinor, ...charge }) => ({
      ...charge,
      fixedMinor: minor(fixedMinor),
      capMinor: minor(capMinor),
    })),
    terms: termsOf(row.terms),
    sold: { quantity: row.soldQuantity, minor: row.soldMinor },
    cooperativeAccepted: row.cooperative !== null && isAcceptedState(row.cooperative),
    buyerAccepted: row.buyer !== null && isAcceptedState(row.buyer),
    unpaid: { all: row.unpaidAll, ofLot: row.unpaidOfLot },
  };
}
