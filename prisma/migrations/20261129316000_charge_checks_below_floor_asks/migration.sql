-- CreateTable
CREATE TABLE "BelowFloorAsk" (
    "id" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "askMinor" BIGINT NOT NULL,
    "floorMinor" BIGINT NOT NULL,
    "netMinor" BIGINT,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "statedById" TEXT NOT NULL,
    "statedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BelowFloorAsk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChargeCheck" (
    "id" UUID NOT NULL,
    "cooperativeId" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "checkedById" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChargeCheck_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BelowFloorAsk_lotId_statedAt_idx" ON "BelowFloorAsk"("lotId", "statedAt");

-- CreateIndex
CREATE INDEX "ChargeCheck_cooperativeId_checkedAt_idx" ON "ChargeCheck"("cooperativeId", "checkedAt");

-- AddForeignKey
ALTER TABLE "BelowFloorAsk" ADD CONSTRAINT "BelowFloorAsk_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BelowFloorAsk" ADD CONSTRAINT "BelowFloorAsk_statedById_fkey" FOREIGN KEY ("statedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChargeCheck" ADD CONSTRAINT "ChargeCheck_cooperativeId_fkey" FOREIGN KEY ("cooperativeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChargeCheck" ADD CONSTRAINT "ChargeCheck_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was stated and checked stays as it was.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "BelowFloorAsk" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ChargeCheck" FOR EACH ROW EXECUTE FUNCTION refuse_change();
