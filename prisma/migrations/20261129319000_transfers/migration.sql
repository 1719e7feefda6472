-- CreateEnum
CREATE TYPE "BuyerFundsKind" AS ENUM ('funded', 'applied', 'returned');

-- AlterTable
ALTER TABLE "OutsideRefund" ADD COLUMN     "endProposedAt" TIMESTAMPTZ(3),
ADD COLUMN     "endProposedById" TEXT,
ADD COLUMN     "failedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "SandboxPaymentIntent" ADD COLUMN     "fundedMinor" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "SandboxRefund" ADD COLUMN     "customerId" TEXT,
ADD COLUMN     "failureBalanceTransactionId" TEXT,
ALTER COLUMN "chargeId" DROP NOT NULL,
ALTER COLUMN "paymentIntentId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "TransferDetails" ADD COLUMN     "receivedMinor" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "BuyerFunds" (
    "id" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "orderId" UUID,
    "kind" "BuyerFundsKind" NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BuyerFunds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxCashTransaction" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "customerId" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "netMinor" BIGINT NOT NULL,
    "endingMinor" BIGINT NOT NULL,
    "reference" TEXT,
    "paymentIntentId" TEXT,
    "refundId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxCashTransaction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BuyerFunds_orderId_idx" ON "BuyerFunds"("orderId");

-- CreateIndex
CREATE INDEX "BuyerFunds_organisationId_occurredAt_idx" ON "BuyerFunds"("organisationId", "occurredAt");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxCashTransaction_sequence_key" ON "SandboxCashTransaction"("sequence");

-- CreateIndex
CREATE INDEX "SandboxCashTransaction_customerId_currency_sequence_idx" ON "SandboxCashTransaction"("customerId", "currency", "sequence");

-- AddForeignKey
ALTER TABLE "BuyerFunds" ADD CONSTRAINT "BuyerFunds_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BuyerFunds" ADD CONSTRAINT "BuyerFunds_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutsideRefund" ADD CONSTRAINT "OutsideRefund_endProposedById_fkey" FOREIGN KEY ("endProposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "BuyerFunds" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "OutsideRefund" ADD CONSTRAINT outside_refund_two_persons
  CHECK ("endProposedById" IS NULL OR decision IS DISTINCT FROM 'end' OR "endProposedById" IS DISTINCT FROM "decidedById");
