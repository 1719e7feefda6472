-- The keys of the migration before hold for rows that were there already. A session of an organisation that is gone chooses anew.
UPDATE "Session" s SET "activeOrganisationId" = NULL
 WHERE s."activeOrganisationId" IS NOT NULL
   AND NOT EXISTS (SELECT 1 FROM "Organisation" o WHERE o.id = s."activeOrganisationId");

-- Of any other row nobody knows the right parent: the migration ends with a sentence that says which rows they are, and changes nothing.
DO $$
DECLARE
  held record;
  strays numeric;
  examples text;
  found text := '';
BEGIN
  FOR held IN
    SELECT c.conrelid::regclass AS child, c.confrelid::regclass AS parent, a.attname AS field, p.attname AS target
      FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      JOIN pg_attribute p ON p.attrelid = c.confrelid AND p.attnum = c.confkey[1]
     WHERE c.contype = 'f' AND NOT c.convalidated AND c.connamespace = current_schema()::regnamespace
       AND array_length(c.conkey, 1) = 1
     ORDER BY 1, 3
  LOOP
    EXECUTE format(
      'SELECT sum(rows), string_agg(value, '', '') FILTER (WHERE place <= 5) FROM (
         SELECT c.%2$I::text AS value, count(*) AS rows, row_number() OVER (ORDER BY c.%2$I::text) AS place FROM %1$s c
          WHERE c.%2$I IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3$s p WHERE p.%4$I = c.%2$I) GROUP BY 1) strays',
      held.child, held.field, held.parent, held.target) INTO strays, examples;
    IF strays > 0 THEN
      found := found || format(E'\n%s.%s names no row of %s in %s row(s): %s', held.child, held.field, held.parent, strays, examples);
    END IF;
  END LOOP;
  IF found <> '' THEN
    RAISE EXCEPTION 'These rows point to nothing. Put them right, then migrate again:%', found USING ERRCODE = 'foreign_key_violation';
  END IF;
END $$;

ALTER TABLE "AuditEntry" VALIDATE CONSTRAINT "AuditEntry_userId_fkey";
ALTER TABLE "AuditEntry" VALIDATE CONSTRAINT "AuditEntry_organisationId_fkey";
ALTER TABLE "LongWork" VALIDATE CONSTRAINT "LongWork_requestedBy_fkey";
ALTER TABLE "PriceBulletin" VALIDATE CONSTRAINT "PriceBulletin_organisationId_fkey";
ALTER TABLE "PriceBulletin" VALIDATE CONSTRAINT "PriceBulletin_changedById_fkey";
ALTER TABLE "BulletinSent" VALIDATE CONSTRAINT "BulletinSent_organisationId_fkey";
ALTER TABLE "Lot" VALIDATE CONSTRAINT "Lot_cooperativeId_fkey";
ALTER TABLE "Lot" VALIDATE CONSTRAINT "Lot_createdById_fkey";
ALTER TABLE "EvidenceLeaf" VALIDATE CONSTRAINT "EvidenceLeaf_sha256_fkey";
ALTER TABLE "Session" VALIDATE CONSTRAINT "Session_activeOrganisationId_fkey";
ALTER TABLE "Invitation" VALIDATE CONSTRAINT "Invitation_invitedById_fkey";
ALTER TABLE "JournalEntry" VALIDATE CONSTRAINT "JournalEntry_orderId_fkey";
ALTER TABLE "Posting" VALIDATE CONSTRAINT "Posting_orderId_fkey";
ALTER TABLE "MethodVersion" VALIDATE CONSTRAINT "MethodVersion_proposedById_fkey";
ALTER TABLE "MethodDecision" VALIDATE CONSTRAINT "MethodDecision_proposedById_fkey";
ALTER TABLE "MethodDecision" VALIDATE CONSTRAINT "MethodDecision_decidedById_fkey";
ALTER TABLE "CostRecord" VALIDATE CONSTRAINT "CostRecord_cooperativeId_fkey";
ALTER TABLE "CostRecord" VALIDATE CONSTRAINT "CostRecord_recordedById_fkey";
ALTER TABLE "ComparableSale" VALIDATE CONSTRAINT "ComparableSale_orderId_fkey";
ALTER TABLE "ComparableSale" VALIDATE CONSTRAINT "ComparableSale_sellerId_fkey";
ALTER TABLE "ComparableSale" VALIDATE CONSTRAINT "ComparableSale_buyerId_fkey";
ALTER TABLE "Checkout" VALIDATE CONSTRAINT "Checkout_orderId_fkey";
ALTER TABLE "PaymentTermsDecision" VALIDATE CONSTRAINT "PaymentTermsDecision_proposedById_fkey";
ALTER TABLE "PayoutDestination" VALIDATE CONSTRAINT "PayoutDestination_organisationId_fkey";
ALTER TABLE "PayoutDestination" VALIDATE CONSTRAINT "PayoutDestination_recordedById_fkey";
ALTER TABLE "PayoutDestination" VALIDATE CONSTRAINT "PayoutDestination_verifiedById_fkey";
ALTER TABLE "Payout" VALIDATE CONSTRAINT "Payout_orderId_fkey";
ALTER TABLE "Payout" VALIDATE CONSTRAINT "Payout_cooperativeId_fkey";
ALTER TABLE "Payout" VALIDATE CONSTRAINT "Payout_programmeId_fkey";
ALTER TABLE "Payout" VALIDATE CONSTRAINT "Payout_preparedById_fkey";
ALTER TABLE "Payout" VALIDATE CONSTRAINT "Payout_approvedById_fkey";
ALTER TABLE "Payout" VALIDATE CONSTRAINT "Payout_confirmedById_fkey";
ALTER TABLE "Payout" VALIDATE CONSTRAINT "Payout_proofDocumentId_fkey";
ALTER TABLE "PriceImportDraft" VALIDATE CONSTRAINT "PriceImportDraft_uploadedBy_fkey";
ALTER TABLE "PriceImportDraft" VALIDATE CONSTRAINT "PriceImportDraft_decidedBy_fkey";
ALTER TABLE "PriceImportDraft" VALIDATE CONSTRAINT "PriceImportDraft_programmeId_fkey";
ALTER TABLE "PriceImportDraft" VALIDATE CONSTRAINT "PriceImportDraft_importId_fkey";
ALTER TABLE "PriceProposal" VALIDATE CONSTRAINT "PriceProposal_programmeId_fkey";
ALTER TABLE "PriceProposal" VALIDATE CONSTRAINT "PriceProposal_documentId_fkey";
ALTER TABLE "PriceProposal" VALIDATE CONSTRAINT "PriceProposal_proposedBy_fkey";
ALTER TABLE "PriceProposal" VALIDATE CONSTRAINT "PriceProposal_decidedBy_fkey";
ALTER TABLE "FeedTry" VALIDATE CONSTRAINT "FeedTry_importId_fkey";
ALTER TABLE "QuarantineDecision" VALIDATE CONSTRAINT "QuarantineDecision_staffId_fkey";
ALTER TABLE "FxRate" VALIDATE CONSTRAINT "FxRate_importId_fkey";
ALTER TABLE "FxRate" VALIDATE CONSTRAINT "FxRate_proposalId_fkey";
ALTER TABLE "Baseline" VALIDATE CONSTRAINT "Baseline_cooperativeId_fkey";
ALTER TABLE "Baseline" VALIDATE CONSTRAINT "Baseline_recordedById_fkey";
ALTER TABLE "CooperativeMember" VALIDATE CONSTRAINT "CooperativeMember_cooperativeId_fkey";
ALTER TABLE "Distribution" VALIDATE CONSTRAINT "Distribution_orderId_fkey";
ALTER TABLE "Distribution" VALIDATE CONSTRAINT "Distribution_cooperativeId_fkey";
ALTER TABLE "Distribution" VALIDATE CONSTRAINT "Distribution_createdById_fkey";
ALTER TABLE "SandboxCashTransaction" VALIDATE CONSTRAINT "SandboxCashTransaction_customerId_fkey";
ALTER TABLE "SandboxCashTransaction" VALIDATE CONSTRAINT "SandboxCashTransaction_paymentIntentId_fkey";
ALTER TABLE "SandboxCashTransaction" VALIDATE CONSTRAINT "SandboxCashTransaction_refundId_fkey";
ALTER TABLE "SandboxCheckoutSession" VALIDATE CONSTRAINT "SandboxCheckoutSession_customerId_fkey";
ALTER TABLE "SandboxCheckoutSession" VALIDATE CONSTRAINT "SandboxCheckoutSession_paymentIntentId_fkey";
ALTER TABLE "SandboxPaymentIntent" VALIDATE CONSTRAINT "SandboxPaymentIntent_sessionId_fkey";
ALTER TABLE "SandboxPaymentIntent" VALIDATE CONSTRAINT "SandboxPaymentIntent_customerId_fkey";
ALTER TABLE "SandboxPaymentIntent" VALIDATE CONSTRAINT "SandboxPaymentIntent_latestChargeId_fkey";
ALTER TABLE "SandboxCharge" VALIDATE CONSTRAINT "SandboxCharge_paymentIntentId_fkey";
ALTER TABLE "SandboxCharge" VALIDATE CONSTRAINT "SandboxCharge_customerId_fkey";
ALTER TABLE "SandboxCharge" VALIDATE CONSTRAINT "SandboxCharge_balanceTransactionId_fkey";
ALTER TABLE "SandboxRefund" VALIDATE CONSTRAINT "SandboxRefund_chargeId_fkey";
ALTER TABLE "SandboxRefund" VALIDATE CONSTRAINT "SandboxRefund_paymentIntentId_fkey";
ALTER TABLE "SandboxRefund" VALIDATE CONSTRAINT "SandboxRefund_customerId_fkey";
ALTER TABLE "SandboxRefund" VALIDATE CONSTRAINT "SandboxRefund_balanceTransactionId_fkey";
ALTER TABLE "SandboxRefund" VALIDATE CONSTRAINT "SandboxRefund_failureBalanceTransactionId_fkey";
ALTER TABLE "SandboxDispute" VALIDATE CONSTRAINT "SandboxDispute_chargeId_fkey";
ALTER TABLE "SandboxDispute" VALIDATE CONSTRAINT "SandboxDispute_paymentIntentId_fkey";
ALTER TABLE "SandboxDispute" VALIDATE CONSTRAINT "SandboxDispute_balanceTransactionId_fkey";
ALTER TABLE "ChargeRule" VALIDATE CONSTRAINT "ChargeRule_cooperativeId_fkey";
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_lotId_fkey";
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_cooperativeId_fkey";
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_buyerId_fkey";
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_programmeId_fkey";
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_placedById_fkey";
ALTER TABLE "OrderEvent" VALIDATE CONSTRAINT "OrderEvent_byUserId_fkey";
ALTER TABLE "PriceEvidence" VALIDATE CONSTRAINT "PriceEvidence_orderId_fkey";
ALTER TABLE "PriceEvidence" VALIDATE CONSTRAINT "PriceEvidence_previousSha256_fkey";
ALTER TABLE "Document" VALIDATE CONSTRAINT "Document_organisationId_fkey";
ALTER TABLE "Document" VALIDATE CONSTRAINT "Document_uploadedById_fkey";
ALTER TABLE "Evidence" VALIDATE CONSTRAINT "Evidence_organisationId_fkey";
ALTER TABLE "Evidence" VALIDATE CONSTRAINT "Evidence_recordedById_fkey";
ALTER TABLE "Review" VALIDATE CONSTRAINT "Review_authorId_fkey";
