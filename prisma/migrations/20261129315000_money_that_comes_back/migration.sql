-- CreateEnum
CREATE TYPE "DisputeStatus" AS ENUM ('open', 'won', 'lost');

-- CreateEnum
CREATE TYPE "RefundDecision" AS ENUM ('bear', 'end');

-- CreateEnum
CREATE TYPE "OrderFreeze" AS ENUM ('dispute', 'refund');

-- AlterEnum
ALTER TYPE "OrderState" ADD VALUE 'lost';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "PayoutState" ADD VALUE 'accepting';
ALTER TYPE "PayoutState" ADD VALUE 'partial';

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "frozenAt" TIMESTAMPTZ(3),
ADD COLUMN     "frozenFor" "OrderFreeze";

-- AlterTable
ALTER TABLE "Payout" ADD COLUMN     "completesId" UUID,
ADD COLUMN     "costApprovedById" TEXT,
ADD COLUMN     "costDocumentId" UUID,
ADD COLUMN     "costPayee" TEXT,
ADD COLUMN     "costProposedById" TEXT;

-- AlterTable
ALTER TABLE "SandboxBalanceTransaction" ADD COLUMN     "exchangeRate" DECIMAL(30,15);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" UUID NOT NULL,
    "stripeId" TEXT NOT NULL,
    "orderId" UUID NOT NULL,
    "chargeId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "DisputeStatus" NOT NULL,
    "evidenceDueAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "lossMinor" BIGINT,

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutsideRefund" (
    "id" UUID NOT NULL,
    "stripeId" TEXT NOT NULL,
    "orderId" UUID NOT NULL,
    "chargeId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "refundedAt" TIMESTAMPTZ(3) NOT NULL,
    "decision" "RefundDecision",
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "lossMinor" BIGINT,

    CONSTRAINT "OutsideRefund_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_stripeId_key" ON "Dispute"("stripeId");

-- CreateIndex
CREATE INDEX "Dispute_orderId_idx" ON "Dispute"("orderId");

-- CreateIndex
CREATE INDEX "Dispute_status_evidenceDueAt_idx" ON "Dispute"("status", "evidenceDueAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutsideRefund_stripeId_key" ON "OutsideRefund"("stripeId");

-- CreateIndex
CREATE INDEX "OutsideRefund_orderId_idx" ON "OutsideRefund"("orderId");

-- CreateIndex
CREATE INDEX "OutsideRefund_decidedAt_refundedAt_idx" ON "OutsideRefund"("decidedAt", "refundedAt");

-- AddForeignKey
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_costDocumentId_fkey" FOREIGN KEY ("costDocumentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_costProposedById_fkey" FOREIGN KEY ("costProposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_costApprovedById_fkey" FOREIGN KEY ("costApprovedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_completesId_fkey" FOREIGN KEY ("completesId") REFERENCES "Payout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideRefund" ADD CONSTRAINT "OutsideRefund_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideRefund" ADD CONSTRAINT "OutsideRefund_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A payout that arrived in part keeps its place; the rest is a payout of its own, at most one live at a time.
DROP INDEX payout_one_live_per_order;
CREATE UNIQUE INDEX payout_one_live_per_order ON "Payout" ("orderId") WHERE state <> 'cancelled' AND "completesId" IS NULL;
CREATE UNIQUE INDEX payout_one_live_rest ON "Payout" ("completesId") WHERE state <> 'cancelled';
ALTER TABLE "Payout" ADD CONSTRAINT payout_cost_two_persons CHECK ("costApprovedById" IS NULL OR "costApprovedById" <> "costProposedById");

ALTER TABLE "Dispute" ADD CONSTRAINT dispute_positive CHECK ("amountMinor" > 0);
ALTER TABLE "OutsideRefund" ADD CONSTRAINT outside_refund_positive CHECK ("amountMinor" > 0);
ALTER TABLE "Order" ADD CONSTRAINT order_frozen_since CHECK (("frozenFor" IS NULL) = ("frozenAt" IS NULL));
