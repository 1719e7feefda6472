-- CreateTable
CREATE TABLE "ApiLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "ApiLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "PriceBulletin" (
    "organisationId" UUID NOT NULL,
    "active" BOOLEAN NOT NULL,
    "phone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "minerals" TEXT[],
    "changedById" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PriceBulletin_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "BulletinSent" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "month" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BulletinSent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceDay" (
    "day" DATE NOT NULL,
    "root" CHAR(64) NOT NULL,
    "count" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvidenceDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "EvidenceLeaf" (
    "sha256" CHAR(64) NOT NULL,
    "day" DATE NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "EvidenceLeaf_pkey" PRIMARY KEY ("sha256")
);

-- CreateIndex
CREATE UNIQUE INDEX "BulletinSent_organisationId_month_key" ON "BulletinSent"("organisationId", "month");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceLeaf_day_position_key" ON "EvidenceLeaf"("day", "position");

-- AddForeignKey
ALTER TABLE "EvidenceLeaf" ADD CONSTRAINT "EvidenceLeaf_day_fkey" FOREIGN KEY ("day") REFERENCES "EvidenceDay"("day") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Limits are worth no write to the log: after a crash everybody starts from zero.
ALTER TABLE "ApiLimit" SET UNLOGGED;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "EvidenceDay" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "EvidenceLeaf" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "BulletinSent" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Web processes keep public answers in memory and forget them when this is heard (app/platform/serve/page-cache). Every table that such an answer
-- shows needs the trigger; one message a transaction, however many rows.
CREATE FUNCTION tell_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('public_change', TG_TABLE_NAME);
  RETURN NULL;
END $$;

CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON "Series" FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON "Observation" FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON "ObservationInForce" FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON "QuarantineDecision" FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON "FxRate" FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON "Lot" FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON "LotDocument" FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON "Organisation" FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
CREATE TRIGGER public_change AFTER INSERT OR UPDATE OR DELETE ON "EvidenceDay" FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change();
