-- Every id that points to a row is held by a foreign key: docs/decisions/2026-11-30-keys-in-the-database.md.
-- NOT VALID: new rows are held at once, and no table is read while it is locked. The next migration checks the old ones.

-- What nobody asked for has nobody beside it, instead of a person called "system".
ALTER TABLE "LongWork" ALTER COLUMN "requestedBy" DROP NOT NULL;
UPDATE "LongWork" SET "requestedBy" = NULL WHERE "requestedBy" = 'system';

ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_userId_fkey"
  FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_organisationId_fkey"
  FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "LongWork" ADD CONSTRAINT "LongWork_requestedBy_fkey"
  FOREIGN KEY ("requestedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceBulletin" ADD CONSTRAINT "PriceBulletin_organisationId_fkey"
  FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceBulletin" ADD CONSTRAINT "PriceBulletin_changedById_fkey"
  FOREIGN KEY ("changedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "BulletinSent" ADD CONSTRAINT "BulletinSent_organisationId_fkey"
  FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_cooperativeId_fkey"
  FOREIGN KEY ("cooperativeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_createdById_fkey"
  FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "EvidenceLeaf" ADD CONSTRAINT "EvidenceLeaf_sha256_fkey"
  FOREIGN KEY ("sha256") REFERENCES "PriceEvidence"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Session" ADD CONSTRAINT "Session_activeOrganisationId_fkey"
  FOREIGN KEY ("activeOrganisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey"
  FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "JournalEntry" ADD CONSTRAINT "JournalEntry_orderId_fkey"
  FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_orderId_fkey"
  FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "MethodVersion" ADD CONSTRAINT "MethodVersion_proposedById_fkey"
  FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "MethodDecision" ADD CONSTRAINT "MethodDecision_proposedById_fkey"
  FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "MethodDecision" ADD CONSTRAINT "MethodDecision_decidedById_fkey"
  FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "CostRecord" ADD CONSTRAINT "CostRecord_cooperativeId_fkey"
  FOREIGN KEY ("cooperativeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "CostRecord" ADD CONSTRAINT "CostRecord_recordedById_fkey"
  FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ComparableSale" ADD CONSTRAINT "ComparableSale_orderId_fkey"
  FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ComparableSale" ADD CONSTRAINT "ComparableSale_sellerId_fkey"
  FOREIGN KEY ("sellerId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ComparableSale" ADD CONSTRAINT "ComparableSale_buyerId_fkey"
  FOREIGN KEY ("buyerId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Checkout" ADD CONSTRAINT "Checkout_orderId_fkey"
  FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PaymentTermsDecision" ADD CONSTRAINT "PaymentTermsDecision_proposedById_fkey"
  FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PayoutDestination" ADD CONSTRAINT "PayoutDestination_organisationId_fkey"
  FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PayoutDestination" ADD CONSTRAINT "PayoutDestination_recordedById_fkey"
  FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PayoutDestination" ADD CONSTRAINT "PayoutDestination_verifiedById_fkey"
  FOREIGN KEY ("verifiedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_orderId_fkey"
  FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_cooperativeId_fkey"
  FOREIGN KEY ("cooperativeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_programmeId_fkey"
  FOREIGN KEY ("programmeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_preparedById_fkey"
  FOREIGN KEY ("preparedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_approvedById_fkey"
  FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_confirmedById_fkey"
  FOREIGN KEY ("confirmedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_proofDocumentId_fkey"
  FOREIGN KEY ("proofDocumentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceImportDraft" ADD CONSTRAINT "PriceImportDraft_uploadedBy_fkey"
  FOREIGN KEY ("uploadedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceImportDraft" ADD CONSTRAINT "PriceImportDraft_decidedBy_fkey"
  FOREIGN KEY ("decidedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceImportDraft" ADD CONSTRAINT "PriceImportDraft_programmeId_fkey"
  FOREIGN KEY ("programmeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceImportDraft" ADD CONSTRAINT "PriceImportDraft_importId_fkey"
  FOREIGN KEY ("importId") REFERENCES "PriceImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceProposal" ADD CONSTRAINT "PriceProposal_programmeId_fkey"
  FOREIGN KEY ("programmeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceProposal" ADD CONSTRAINT "PriceProposal_documentId_fkey"
  FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceProposal" ADD CONSTRAINT "PriceProposal_proposedBy_fkey"
  FOREIGN KEY ("proposedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceProposal" ADD CONSTRAINT "PriceProposal_decidedBy_fkey"
  FOREIGN KEY ("decidedBy") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "FeedTry" ADD CONSTRAINT "FeedTry_importId_fkey"
  FOREIGN KEY ("importId") REFERENCES "PriceImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "QuarantineDecision" ADD CONSTRAINT "QuarantineDecision_staffId_fkey"
  FOREIGN KEY ("staffId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "FxRate" ADD CONSTRAINT "FxRate_importId_fkey"
  FOREIGN KEY ("importId") REFERENCES "PriceImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "FxRate" ADD CONSTRAINT "FxRate_proposalId_fkey"
  FOREIGN KEY ("proposalId") REFERENCES "PriceProposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Baseline" ADD CONSTRAINT "Baseline_cooperativeId_fkey"
  FOREIGN KEY ("cooperativeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Baseline" ADD CONSTRAINT "Baseline_recordedById_fkey"
  FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "CooperativeMember" ADD CONSTRAINT "CooperativeMember_cooperativeId_fkey"
  FOREIGN KEY ("cooperativeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Distribution" ADD CONSTRAINT "Distribution_orderId_fkey"
  FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Distribution" ADD CONSTRAINT "Distribution_cooperativeId_fkey"
  FOREIGN KEY ("cooperativeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Distribution" ADD CONSTRAINT "Distribution_createdById_fkey"
  FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxCashTransaction" ADD CONSTRAINT "SandboxCashTransaction_customerId_fkey"
  FOREIGN KEY ("customerId") REFERENCES "SandboxCustomer"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxCashTransaction" ADD CONSTRAINT "SandboxCashTransaction_paymentIntentId_fkey"
  FOREIGN KEY ("paymentIntentId") REFERENCES "SandboxPaymentIntent"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxCashTransaction" ADD CONSTRAINT "SandboxCashTransaction_refundId_fkey"
  FOREIGN KEY ("refundId") REFERENCES "SandboxRefund"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxCheckoutSession" ADD CONSTRAINT "SandboxCheckoutSession_customerId_fkey"
  FOREIGN KEY ("customerId") REFERENCES "SandboxCustomer"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxCheckoutSession" ADD CONSTRAINT "SandboxCheckoutSession_paymentIntentId_fkey"
  FOREIGN KEY ("paymentIntentId") REFERENCES "SandboxPaymentIntent"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxPaymentIntent" ADD CONSTRAINT "SandboxPaymentIntent_sessionId_fkey"
  FOREIGN KEY ("sessionId") REFERENCES "SandboxCheckoutSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxPaymentIntent" ADD CONSTRAINT "SandboxPaymentIntent_customerId_fkey"
  FOREIGN KEY ("customerId") REFERENCES "SandboxCustomer"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxPaymentIntent" ADD CONSTRAINT "SandboxPaymentIntent_latestChargeId_fkey"
  FOREIGN KEY ("latestChargeId") REFERENCES "SandboxCharge"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxCharge" ADD CONSTRAINT "SandboxCharge_paymentIntentId_fkey"
  FOREIGN KEY ("paymentIntentId") REFERENCES "SandboxPaymentIntent"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxCharge" ADD CONSTRAINT "SandboxCharge_customerId_fkey"
  FOREIGN KEY ("customerId") REFERENCES "SandboxCustomer"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxCharge" ADD CONSTRAINT "SandboxCharge_balanceTransactionId_fkey"
  FOREIGN KEY ("balanceTransactionId") REFERENCES "SandboxBalanceTransaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxRefund" ADD CONSTRAINT "SandboxRefund_chargeId_fkey"
  FOREIGN KEY ("chargeId") REFERENCES "SandboxCharge"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxRefund" ADD CONSTRAINT "SandboxRefund_paymentIntentId_fkey"
  FOREIGN KEY ("paymentIntentId") REFERENCES "SandboxPaymentIntent"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxRefund" ADD CONSTRAINT "SandboxRefund_customerId_fkey"
  FOREIGN KEY ("customerId") REFERENCES "SandboxCustomer"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxRefund" ADD CONSTRAINT "SandboxRefund_balanceTransactionId_fkey"
  FOREIGN KEY ("balanceTransactionId") REFERENCES "SandboxBalanceTransaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxRefund" ADD CONSTRAINT "SandboxRefund_failureBalanceTransactionId_fkey"
  FOREIGN KEY ("failureBalanceTransactionId") REFERENCES "SandboxBalanceTransaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxDispute" ADD CONSTRAINT "SandboxDispute_chargeId_fkey"
  FOREIGN KEY ("chargeId") REFERENCES "SandboxCharge"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxDispute" ADD CONSTRAINT "SandboxDispute_paymentIntentId_fkey"
  FOREIGN KEY ("paymentIntentId") REFERENCES "SandboxPaymentIntent"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "SandboxDispute" ADD CONSTRAINT "SandboxDispute_balanceTransactionId_fkey"
  FOREIGN KEY ("balanceTransactionId") REFERENCES "SandboxBalanceTransaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "ChargeRule" ADD CONSTRAINT "ChargeRule_cooperativeId_fkey"
  FOREIGN KEY ("cooperativeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Order" ADD CONSTRAINT "Order_lotId_fkey"
  FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Order" ADD CONSTRAINT "Order_cooperativeId_fkey"
  FOREIGN KEY ("cooperativeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Order" ADD CONSTRAINT "Order_buyerId_fkey"
  FOREIGN KEY ("buyerId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Order" ADD CONSTRAINT "Order_programmeId_fkey"
  FOREIGN KEY ("programmeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Order" ADD CONSTRAINT "Order_placedById_fkey"
  FOREIGN KEY ("placedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_byUserId_fkey"
  FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceEvidence" ADD CONSTRAINT "PriceEvidence_orderId_fkey"
  FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "PriceEvidence" ADD CONSTRAINT "PriceEvidence_previousSha256_fkey"
  FOREIGN KEY ("previousSha256") REFERENCES "PriceEvidence"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Document" ADD CONSTRAINT "Document_organisationId_fkey"
  FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Document" ADD CONSTRAINT "Document_uploadedById_fkey"
  FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organisationId_fkey"
  FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_recordedById_fkey"
  FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
ALTER TABLE "Review" ADD CONSTRAINT "Review_authorId_fkey"
  FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE NOT VALID;
