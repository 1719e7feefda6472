-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('card', 'transfer');

-- CreateEnum
CREATE TYPE "CostBearer" AS ENUM ('buyer', 'platform');

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "costBearer" "CostBearer",
ADD COLUMN     "lotAskMinor" BIGINT,
ADD COLUMN     "paymentCostMinor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "paymentMethod" "PaymentMethod";

-- CreateTable
CREATE TABLE "CheckoutRequest" (
    "key" TEXT NOT NULL,
    "orderId" UUID NOT NULL,
    "attempt" INTEGER NOT NULL,
    "parameters" JSONB NOT NULL,
    "sessionId" TEXT,
    "refusedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckoutRequest_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "TransferDetails" (
    "sessionId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "account" JSONB NOT NULL,
    "url" TEXT,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TransferDetails_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "StripeCustomer" (
    "organisationId" UUID NOT NULL,
    "customerId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StripeCustomer_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "PaymentTerms" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "costBearer" "CostBearer" NOT NULL,
    "cardLimitMinor" BIGINT NOT NULL,
    "cardLimitCurrency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaymentTerms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentTermsDecision" (
    "termsId" UUID NOT NULL,
    "approved" BOOLEAN NOT NULL,
    "proposedById" TEXT NOT NULL,
    "decidedById" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaymentTermsDecision_pkey" PRIMARY KEY ("termsId")
);

-- CreateIndex
CREATE UNIQUE INDEX "CheckoutRequest_orderId_attempt_key" ON "CheckoutRequest"("orderId", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "StripeCustomer_customerId_key" ON "StripeCustomer"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentTerms_programmeId_version_key" ON "PaymentTerms"("programmeId", "version");

-- CreateIndex
CREATE INDEX "Order_buyerId_state_idx" ON "Order"("buyerId", "state");

-- AddForeignKey
ALTER TABLE "CheckoutRequest" ADD CONSTRAINT "CheckoutRequest_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TransferDetails" ADD CONSTRAINT "TransferDetails_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Checkout"("sessionId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StripeCustomer" ADD CONSTRAINT "StripeCustomer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentTerms" ADD CONSTRAINT "PaymentTerms_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentTerms" ADD CONSTRAINT "PaymentTerms_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentTermsDecision" ADD CONSTRAINT "PaymentTermsDecision_termsId_fkey" FOREIGN KEY ("termsId") REFERENCES "PaymentTerms"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentTermsDecision" ADD CONSTRAINT "PaymentTermsDecision_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PaymentTerms" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PaymentTermsDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();

ALTER TABLE "PaymentTerms" ADD CONSTRAINT payment_terms_limit_positive CHECK ("cardLimitMinor" > 0);
-- Taking back one's own proposal needs nobody else; putting it in force does.
ALTER TABLE "PaymentTermsDecision" ADD CONSTRAINT payment_terms_two_persons
  CHECK (NOT approved OR "decidedById" <> "proposedById");
ALTER TABLE "Order" ADD CONSTRAINT order_payment_cost_not_negative CHECK ("paymentCostMinor" >= 0);
-- Method and bearer are chosen together, and a cost needs both.
ALTER TABLE "Order" ADD CONSTRAINT order_payment_terms_whole
  CHECK (("paymentMethod" IS NULL) = ("costBearer" IS NULL) AND ("paymentMethod" IS NOT NULL OR "paymentCostMinor" = 0));
