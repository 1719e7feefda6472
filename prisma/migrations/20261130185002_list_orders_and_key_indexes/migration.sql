-- An index for every key that something goes through, and for the order of every list that is read page by page.
-- Made in the migration's own transaction: writes to a table wait while its index is built.

-- DropIndex
DROP INDEX "AuditEntry_organisationId_at_idx";

-- DropIndex
DROP INDEX "AuditEntry_subjectKind_subjectId_idx";

-- DropIndex
DROP INDEX "Lot_state_listedAt_id_idx";

-- DropIndex
DROP INDEX "Order_buyerId_placedAt_id_idx";

-- DropIndex
DROP INDEX "Order_cooperativeId_placedAt_id_idx";

-- DropIndex
DROP INDEX "Order_programmeId_placedAt_id_idx";

-- DropIndex
DROP INDEX "Payout_cooperativeId_preparedAt_idx";

-- DropIndex
DROP INDEX "PriceImportDraft_uploadedAt_idx";

-- DropIndex
DROP INDEX "PriceProposal_programmeId_proposedAt_idx";

-- CreateIndex
CREATE INDEX "AuditEntry_organisationId_at_id_idx" ON "AuditEntry"("organisationId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEntry_subjectKind_subjectId_at_id_idx" ON "AuditEntry"("subjectKind", "subjectId", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "DistributionShare_memberId_idx" ON "DistributionShare"("memberId");

-- CreateIndex
CREATE INDEX "Evidence_documentId_idx" ON "Evidence"("documentId");

-- CreateIndex
CREATE INDEX "FeedTry_importId_idx" ON "FeedTry"("importId");

-- CreateIndex
CREATE INDEX "FxRate_importId_idx" ON "FxRate"("importId");

-- CreateIndex
CREATE INDEX "FxRate_proposalId_idx" ON "FxRate"("proposalId");

-- CreateIndex
CREATE INDEX "Lot_state_listedAt_id_idx" ON "Lot"("state", "listedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Lot_cooperativeId_id_idx" ON "Lot"("cooperativeId", "id" DESC);

-- CreateIndex
CREATE INDEX "LotDocument_documentId_idx" ON "LotDocument"("documentId");

-- CreateIndex
CREATE INDEX "ObservationInForce_observationId_idx" ON "ObservationInForce"("observationId");

-- CreateIndex
CREATE INDEX "Order_buyerId_placedAt_id_idx" ON "Order"("buyerId", "placedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Order_cooperativeId_placedAt_id_idx" ON "Order"("cooperativeId", "placedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Order_programmeId_placedAt_id_idx" ON "Order"("programmeId", "placedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Payout_cooperativeId_preparedAt_id_idx" ON "Payout"("cooperativeId", "preparedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Payout_programmeId_preparedAt_id_idx" ON "Payout"("programmeId", "preparedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Payout_destinationId_idx" ON "Payout"("destinationId");

-- CreateIndex
CREATE INDEX "Payout_completesId_idx" ON "Payout"("completesId");

-- CreateIndex
CREATE INDEX "Payout_proofDocumentId_idx" ON "Payout"("proofDocumentId");

-- CreateIndex
CREATE INDEX "Payout_costDocumentId_idx" ON "Payout"("costDocumentId");

-- CreateIndex
CREATE INDEX "Payout_backDocumentId_idx" ON "Payout"("backDocumentId");

-- CreateIndex
CREATE INDEX "PriceImportDraft_programmeId_uploadedAt_id_idx" ON "PriceImportDraft"("programmeId", "uploadedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "PriceImportDraft_importId_idx" ON "PriceImportDraft"("importId");

-- CreateIndex
CREATE INDEX "PriceProposal_programmeId_proposedAt_id_idx" ON "PriceProposal"("programmeId", "proposedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "PriceProposal_documentId_idx" ON "PriceProposal"("documentId");

-- CreateIndex
CREATE INDEX "PublishedCooperative_snapshotId_idx" ON "PublishedCooperative"("snapshotId");

-- CreateIndex
CREATE INDEX "PublishedOrder_orderId_idx" ON "PublishedOrder"("orderId");

-- CreateIndex
CREATE INDEX "SandboxCashTransaction_paymentIntentId_idx" ON "SandboxCashTransaction"("paymentIntentId");

-- CreateIndex
CREATE INDEX "SandboxDispute_paymentIntentId_idx" ON "SandboxDispute"("paymentIntentId");
