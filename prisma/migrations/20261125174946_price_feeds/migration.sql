-- AlterTable
ALTER TABLE "FxRate" ADD COLUMN     "importId" UUID,
ADD COLUMN     "proposalId" UUID;

-- AlterTable
ALTER TABLE "PriceImport" ADD COLUMN     "asideRates" JSONB,
ADD COLUMN     "series" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "PriceImportDraft" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "storageKey" TEXT NOT NULL,
    "publishedOn" DATE,
    "state" TEXT NOT NULL,
    "uploadedBy" TEXT NOT NULL,
    "programmeId" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "counts" JSONB,
    "planDigest" CHAR(64),
    "changedSince" BOOLEAN NOT NULL DEFAULT false,
    "refusalKey" TEXT,
    "refusalParams" JSONB,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "importId" UUID,

    CONSTRAINT "PriceImportDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriceImportDraftLine" (
    "draftId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "series" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" DECIMAL(30,12) NOT NULL,
    "previousValue" DECIMAL(30,12),
    "material" BOOLEAN NOT NULL,

    CONSTRAINT "PriceImportDraftLine_pkey" PRIMARY KEY ("draftId","position")
);

-- CreateTable
CREATE TABLE "PriceProposal" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "programmeId" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "documentId" UUID,
    "state" TEXT NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,

    CONSTRAINT "PriceProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedTry" (
    "id" UUID NOT NULL,
    "feed" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "problem" TEXT,
    "problemParams" JSONB,
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "importId" UUID,
    "etag" TEXT,
    "lastModified" TEXT,
    "nextAt" TIMESTAMPTZ(3),

    CONSTRAINT "FeedTry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PriceImportDraft_uploadedAt_idx" ON "PriceImportDraft"("uploadedAt" DESC);

-- CreateIndex
CREATE INDEX "PriceImportDraft_state_idx" ON "PriceImportDraft"("state");

-- CreateIndex
CREATE INDEX "PriceProposal_programmeId_proposedAt_idx" ON "PriceProposal"("programmeId", "proposedAt" DESC);

-- CreateIndex
CREATE INDEX "PriceProposal_state_idx" ON "PriceProposal"("state");

-- CreateIndex
CREATE INDEX "FeedTry_feed_startedAt_idx" ON "FeedTry"("feed", "startedAt" DESC);

-- CreateIndex
CREATE INDEX "PriceImport_recordedAt_id_idx" ON "PriceImport"("recordedAt" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "PriceImportDraftLine" ADD CONSTRAINT "PriceImportDraftLine_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "PriceImportDraft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every try stays as it was recorded.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "FeedTry" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Who proposes does not decide.
ALTER TABLE "PriceProposal" ADD CONSTRAINT proposal_two_people CHECK ("decidedBy" IS NULL OR "decidedBy" <> "proposedBy");
ALTER TABLE "PriceImportDraftLine" ADD CONSTRAINT draft_line_positive CHECK (value > 0);

-- Imports from before this column all speak of the twelve series of the one source there was.
ALTER TABLE "PriceImport" DISABLE TRIGGER append_only;
UPDATE "PriceImport" SET "series" = (SELECT coalesce(array_agg(key ORDER BY key), '{}') FROM "Series" WHERE key LIKE 'wb.%')
  WHERE source = 'pink-sheet';
ALTER TABLE "PriceImport" ENABLE TRIGGER append_only;
