-- AlterTable
ALTER TABLE "Lot" ADD COLUMN     "bandBasis" TEXT,
ADD COLUMN     "bandReason" TEXT;

-- AlterTable
ALTER TABLE "LotBand" ADD COLUMN     "basis" TEXT;

-- CreateTable
CREATE TABLE "MethodVersion" (
    "id" TEXT NOT NULL,
    "methodKey" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "covers" TEXT[],
    "definition" JSONB NOT NULL,
    "starting" BOOLEAN NOT NULL DEFAULT false,
    "proposedBy" TEXT NOT NULL,
    "proposedById" TEXT,
    "reason" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MethodVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MethodDecision" (
    "methodId" TEXT NOT NULL,
    "approved" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MethodDecision_pkey" PRIMARY KEY ("methodId")
);

-- CreateTable
CREATE TABLE "CostRecord" (
    "id" UUID NOT NULL,
    "cooperativeId" UUID NOT NULL,
    "mineral" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "batch" DECIMAL(20,6) NOT NULL,
    "unit" TEXT NOT NULL,
    "inputs" DECIMAL(20,6) NOT NULL,
    "energy" DECIMAL(20,6) NOT NULL,
    "transport" DECIMAL(20,6) NOT NULL,
    "hours" DECIMAL(20,6) NOT NULL,
    "contingencyPct" DECIMAL(9,6) NOT NULL,
    "note" TEXT NOT NULL,
    "recordedById" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CostRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComparableSale" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "sellerId" UUID NOT NULL,
    "buyerId" UUID NOT NULL,
    "mineral" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "quality" TEXT NOT NULL,
    "size" TEXT NOT NULL,
    "originCountry" CHAR(2) NOT NULL,
    "unit" TEXT NOT NULL,
    "unitPrice" DECIMAL(30,12) NOT NULL,
    "soldOn" DATE NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ComparableSale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SaleCohort" (
    "id" UUID NOT NULL,
    "mineral" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "quality" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "size" TEXT,
    "country" CHAR(2),
    "month" DATE NOT NULL,
    "soldFrom" DATE NOT NULL,
    "soldTo" DATE NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SaleCohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortSale" (
    "saleId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,

    CONSTRAINT "CohortSale_pkey" PRIMARY KEY ("saleId")
);

-- CreateTable
CREATE TABLE "CellRelease" (
    "month" DATE NOT NULL,
    "cohorts" INTEGER NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CellRelease_pkey" PRIMARY KEY ("month")
);

-- CreateIndex
CREATE INDEX "MethodVersion_covers_idx" ON "MethodVersion" USING GIN ("covers");

-- CreateIndex
CREATE UNIQUE INDEX "MethodVersion_methodKey_version_key" ON "MethodVersion"("methodKey", "version");

-- CreateIndex
CREATE INDEX "CostRecord_cooperativeId_mineral_form_recordedAt_idx" ON "CostRecord"("cooperativeId", "mineral", "form", "recordedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ComparableSale_orderId_key" ON "ComparableSale"("orderId");

-- CreateIndex
CREATE INDEX "ComparableSale_mineral_form_soldOn_idx" ON "ComparableSale"("mineral", "form", "soldOn");

-- CreateIndex
CREATE INDEX "SaleCohort_mineral_form_quality_idx" ON "SaleCohort"("mineral", "form", "quality");

-- CreateIndex
CREATE INDEX "CohortSale_cohortId_idx" ON "CohortSale"("cohortId");

-- AddForeignKey
ALTER TABLE "MethodDecision" ADD CONSTRAINT "MethodDecision_methodId_fkey" FOREIGN KEY ("methodId") REFERENCES "MethodVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortSale" ADD CONSTRAINT "CohortSale_saleId_fkey" FOREIGN KEY ("saleId") REFERENCES "ComparableSale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortSale" ADD CONSTRAINT "CohortSale_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "SaleCohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- History is append-only: a change of terms, of costs or of what is published is a new row.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "MethodVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "MethodDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CostRecord" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ComparableSale" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "SaleCohort" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CohortSale" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "CellRelease" FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "MethodDecision" ADD CONSTRAINT method_two_persons CHECK ("decidedById" <> "proposedById");
ALTER TABLE "ComparableSale" ADD CONSTRAINT comparable_positive CHECK ("unitPrice" > 0);
ALTER TABLE "CostRecord" ADD CONSTRAINT cost_batch_positive CHECK (batch > 0);
