import { expect, it } from 'vitest';
import { testDeps } from '#tests/support/test-deps';

/**
 * Ids without a key, with the reason. Everything else that is named like one points to a row, and the
 * database holds it there.
 */
const PLAIN: Record<string, readonly string[]> = {
  'an id at Stripe': [
    'Checkout.sessionId',
    'Checkout.paymentIntentId',
    'Checkout.chargeId',
    'Dispute.stripeId',
    'Dispute.chargeId',
    'OutsideRefund.stripeId',
    'OutsideRefund.chargeId',
    'StripeCustomer.customerId',
    'StripeEvent.objectId',
  ],
  'written when Stripe has answered, before the row of the page is': ['CheckoutRequest.sessionId'],
  'what a client of the sandbox sent, or was told': [
    'SandboxCheckoutSession.clientReferenceId',
    'SandboxAnswer.requestId',
  ],
  'of one of several tables, which the row names beside it': [
    'AuditEntry.subjectId',
    'LongWork.subjectId',
    'Review.subjectId',
    'LedgerAccount.ownerId',
    'SandboxBalanceTransaction.sourceId',
  ],
  'of whoever asked, signed in or not; it says only whose key it is': ['WriteOnce.actorId'],
  'a name at a provider of sign-ins': ['Credential.accountId', 'Credential.providerId'],
  'a list, each of which is held by PublishedCooperative': ['PublicationSnapshot.cooperativeIds'],
  'a person, a publisher or a command': ['PriceImport.importedBy', 'FxRate.enteredBy', 'FxRate.approvedBy'],
  'the name at the time, beside the id': ['MethodVersion.proposedBy', 'MethodDecision.decidedBy'],
};

const deps = await testDeps();

type Key = { name: string; table: string; columns: string[]; validated: boolean };

function readKeys() {
  return deps.db.$queryRaw<Key[]>`
    SELECT c.conname AS name, t.relname AS "table", c.convalidated AS validated,
           (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY k(number, place)
              JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number) AS columns
      FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
     WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace ORDER BY 2, 1`;
}

it('every id that points to a row is held by a foreign key, or says why not', async () => {
  const ids = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT t.relname || '.' || a.attname AS id FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
     WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname NOT LIKE '\\_%'
       AND a.attnum > 0 AND NOT a.attisdropped AND format_type(a.atttypid, NULL) IN ('text', 'uuid', 'uuid[]')
       AND a.attname ~ '(Ids?|_ids?|By)$' ORDER BY 1`;
  const held = new Set(
    (await readKeys()).flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)),
  );
  const plain = ids.map(({ id }) => id).filter((id) => !held.has(id));
  expect(ids.length).toBeGreaterThan(100);
  expect(plain).toEqual(Object.values(PLAIN).flat().sort());
});

it('every key holds for every row, new or old', async () => {
  expect((await readKeys()).filter(({ validated }) => !validated)).toEqual([]);
});

/**
 * Nobody's account and no organisation is ever deleted, and no list goes through these: an index would only
 * cost every write.
 */
const NOT_WALKED = ['ComparableSale.sellerId', 'ComparableSale.buyerId', 'Session.activeOrganisationId'];
/** Evidence is never deleted. The chain is read by order. */
const CHAIN = ['PriceEvidence.previousSha256'];
/** A stand-in for Stripe with rows of an afternoon: it finds them by their own id. */
const SANDBOX = /^Sandbox\w+\.(customerId|(failureB|b)alanceTransactionId|latestChargeId|refundId|paymentIntentId)$/;

it('every key has an index that begins with it, but for those that nothing goes through', async () => {
  const bare = await deps.db.$queryRaw<{ key: string; parent: string }[]>`
    SELECT t.relname || '.' || a.attname AS key, p.relname AS parent
      FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class p ON p.oid = c.confrelid
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
                          AND (string_to_array(i.indkey::text, ' ')::smallint[])[1:cardinality(c.conkey)] = c.conkey)
     ORDER BY 1`;
  // Who did it: read with the row, never the other way round.
  const others = bare.filter(({ parent }) => parent !== 'User').map(({ key }) => key);
  expect(others.filter((key) => !SANDBOX.test(key))).toEqual([...NOT_WALKED, ...CHAIN].sort());
});

it('no index is the beginning of another', async () => {
  const indexes = await deps.db.$queryRaw<{ name: string; by: string }[]>`
    WITH plain AS (
      SELECT i.indrelid, i.indisunique, c.relname AS name, string_to_array(i.indkey::text, ' ') AS columns
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       WHERE c.relnamespace = 'public'::regnamespace AND i.indpred IS NULL AND i.indexprs IS NULL)
    SELECT a.name, b.name AS by FROM plain a JOIN plain b ON b.indrelid = a.indrelid AND b.name <> a.name
     WHERE NOT a.indisunique AND b.columns[1:cardinality(a.columns)] = a.columns`;
  expect(indexes).toEqual([]);
});
