-- AlterTable
ALTER TABLE "Payout" ADD COLUMN     "backDocumentId" UUID,
ADD COLUMN     "sentNote" TEXT;

-- AddForeignKey
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_backDocumentId_fkey" FOREIGN KEY ("backDocumentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rows from before keep what they have: nobody was asked for a paper then.
ALTER TABLE "Payout" ADD CONSTRAINT payout_back_with_paper
  CHECK (state <> 'cancelled' OR coalesce("receivedMinor", 0) <= 0 OR "backDocumentId" IS NOT NULL) NOT VALID;
