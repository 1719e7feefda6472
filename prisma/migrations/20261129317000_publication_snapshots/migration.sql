-- CreateEnum
CREATE TYPE "PublicMeasure" AS ENUM ('settled', 'kept', 'baseline', 'women');

-- CreateTable
CREATE TABLE "PublicationSnapshot" (
    "id" UUID NOT NULL,
    "measure" "PublicMeasure" NOT NULL,
    "number" INTEGER NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "firstMonth" DATE NOT NULL,
    "newOrders" INTEGER NOT NULL,
    "cooperativeIds" UUID[],
    "priceUsd" DECIMAL(40,20) NOT NULL,
    "netUsd" DECIMAL(40,20) NOT NULL,
    "baselineUsd" DECIMAL(40,20) NOT NULL,
    "womenUsd" DECIMAL(40,20) NOT NULL,
    "membersUsd" DECIMAL(40,20) NOT NULL,
    "shownFrom" DATE NOT NULL,
    "shownOrders" INTEGER NOT NULL,
    "shownCooperatives" INTEGER NOT NULL,
    "shownNetUsd" DECIMAL(40,0),
    "shownPct" DECIMAL(12,0),
    "shownGainPct" DECIMAL(12,0),

    CONSTRAINT "PublicationSnapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublishedOrder" (
    "measure" "PublicMeasure" NOT NULL,
    "orderId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,

    CONSTRAINT "PublishedOrder_pkey" PRIMARY KEY ("measure","orderId")
);

-- CreateTable
CREATE TABLE "PublishedCooperative" (
    "cooperativeId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "snapshotId" UUID NOT NULL,
    "settledOrders" INTEGER NOT NULL,

    CONSTRAINT "PublishedCooperative_pkey" PRIMARY KEY ("cooperativeId","number")
);

-- CreateIndex
CREATE INDEX "PublicationSnapshot_measure_firstMonth_idx" ON "PublicationSnapshot"("measure", "firstMonth");

-- CreateIndex
CREATE UNIQUE INDEX "PublicationSnapshot_measure_number_key" ON "PublicationSnapshot"("measure", "number");

-- CreateIndex
CREATE INDEX "PublishedOrder_snapshotId_idx" ON "PublishedOrder"("snapshotId");

-- AddForeignKey
ALTER TABLE "PublishedOrder" ADD CONSTRAINT "PublishedOrder_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedOrder" ADD CONSTRAINT "PublishedOrder_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "PublicationSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedCooperative" ADD CONSTRAINT "PublishedCooperative_cooperativeId_fkey" FOREIGN KEY ("cooperativeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedCooperative" ADD CONSTRAINT "PublishedCooperative_snapshotId_fkey" FOREIGN KEY ("snapshotId") REFERENCES "PublicationSnapshot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was published stays as it was.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PublicationSnapshot" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PublishedOrder" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PublishedCooperative" FOR EACH ROW EXECUTE FUNCTION refuse_change();
