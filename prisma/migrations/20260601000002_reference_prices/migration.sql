-- CreateTable
CREATE TABLE "Series" (
    "key" TEXT NOT NULL,
    "commodity" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "per" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "attribution" TEXT NOT NULL,
    "pageUrl" TEXT NOT NULL,
    "freshDays" INTEGER NOT NULL,
    "staleDays" INTEGER NOT NULL,
    "quarantinePct" DECIMAL(9,4) NOT NULL,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "PriceImport" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "publishedOn" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "read" INTEGER NOT NULL,
    "new" INTEGER NOT NULL,
    "rounding" INTEGER NOT NULL,
    "revised" INTEGER NOT NULL,
    "material" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,
    "quarantined" INTEGER NOT NULL,
    "importedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PriceImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Observation" (
    "id" UUID NOT NULL,
    "seriesKey" TEXT NOT NULL,
    "period" DATE NOT NULL,
    "value" DECIMAL(30,12) NOT NULL,
    "importId" UUID NOT NULL,
    "vintageOn" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "material" BOOLEAN NOT NULL DEFAULT false,
    "previousValue" DECIMAL(30,12),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ObservationInForce" (
    "position" BIGSERIAL NOT NULL,
    "seriesKey" TEXT NOT NULL,
    "period" DATE NOT NULL,
    "value" DECIMAL(30,12) NOT NULL,
    "vintageOn" DATE NOT NULL,
    "observationId" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ObservationInForce_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "QuarantineDecision" (
    "id" UUID NOT NULL,
    "observationId" UUID NOT NULL,
    "staffId" TEXT NOT NULL,
    "accepted" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuarantineDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FxRate" (
    "id" UUID NOT NULL,
    "base" CHAR(3) NOT NULL,
    "quote" CHAR(3) NOT NULL,
    "rate" DECIMAL(30,12) NOT NULL,
    "on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "enteredBy" TEXT NOT NULL,
    "approvedBy" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FxRate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PriceImport_source_publishedOn_idx" ON "PriceImport"("source", "publishedOn");

-- CreateIndex
CREATE UNIQUE INDEX "PriceImport_source_sha256_key" ON "PriceImport"("source", "sha256");

-- CreateIndex
CREATE INDEX "Observation_seriesKey_period_idx" ON "Observation"("seriesKey", "period" DESC);

-- CreateIndex
CREATE INDEX "Observation_importId_idx" ON "Observation"("importId");

-- CreateIndex
CREATE INDEX "Observation_kind_idx" ON "Observation"("kind");

-- CreateIndex
CREATE INDEX "ObservationInForce_seriesKey_period_position_idx" ON "ObservationInForce"("seriesKey", "period" DESC, "position" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "QuarantineDecision_observationId_staffId_key" ON "QuarantineDecision"("observationId", "staffId");

-- CreateIndex
CREATE INDEX "FxRate_base_quote_on_recordedAt_idx" ON "FxRate"("base", "quote", "on" DESC, "recordedAt" DESC);

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_seriesKey_fkey" FOREIGN KEY ("seriesKey") REFERENCES "Series"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_importId_fkey" FOREIGN KEY ("importId") REFERENCES "PriceImport"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObservationInForce" ADD CONSTRAINT "ObservationInForce_seriesKey_fkey" FOREIGN KEY ("seriesKey") REFERENCES "Series"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObservationInForce" ADD CONSTRAINT "ObservationInForce_observationId_fkey" FOREIGN KEY ("observationId") REFERENCES "Observation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuarantineDecision" ADD CONSTRAINT "QuarantineDecision_observationId_fkey" FOREIGN KEY ("observationId") REFERENCES "Observation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- History is append-only: a corrected value or rate is a new row.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Observation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ObservationInForce" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PriceImport" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "QuarantineDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "FxRate" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A price or rate of nothing is not a price; a rate from a currency to itself is never stored.
ALTER TABLE "Observation" ADD CONSTRAINT observation_positive CHECK (value > 0);
ALTER TABLE "ObservationInForce" ADD CONSTRAINT in_force_positive CHECK (value > 0);
ALTER TABLE "PriceImport" ADD CONSTRAINT import_counts_add_up
  CHECK (read = "new" + rounding + revised + unchanged + rejected + quarantined);
ALTER TABLE "FxRate" ADD CONSTRAINT fx_rate_positive CHECK (rate > 0 AND base <> quote);
ALTER TABLE "FxRate" ADD CONSTRAINT fx_rate_two_people CHECK ("enteredBy" <> "approvedBy");
