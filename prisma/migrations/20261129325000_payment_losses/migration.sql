-- AlterEnum
ALTER TYPE "OrderFreeze" ADD VALUE 'loss';

-- CreateTable
CREATE TABLE "PaymentLoss" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "proposal" "RefundDecision",
    "proposedById" TEXT,
    "proposedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "decidedById" TEXT,
    "decision" "RefundDecision",
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentLoss_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PaymentLoss_orderId_idx" ON "PaymentLoss"("orderId");

-- CreateIndex
CREATE INDEX "PaymentLoss_decidedAt_openedAt_idx" ON "PaymentLoss"("decidedAt", "openedAt");

-- AddForeignKey
ALTER TABLE "PaymentLoss" ADD CONSTRAINT "PaymentLoss_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentLoss" ADD CONSTRAINT "PaymentLoss_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentLoss" ADD CONSTRAINT "PaymentLoss_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentLoss" ADD CONSTRAINT payment_loss_positive CHECK ("amountMinor" > 0);
ALTER TABLE "PaymentLoss" ADD CONSTRAINT payment_loss_two_persons CHECK ("decidedById" IS NULL OR "decidedById" <> "proposedById");
ALTER TABLE "PaymentLoss" ADD CONSTRAINT payment_loss_done CHECK ("decision" IS NULL OR "decidedAt" IS NOT NULL);
CREATE UNIQUE INDEX payment_loss_one_open ON "PaymentLoss" ("orderId") WHERE "decidedAt" IS NULL;
