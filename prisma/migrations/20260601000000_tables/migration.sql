-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "LotState" AS ENUM ('draft', 'submitted', 'listed', 'sold', 'closed', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('cooperative', 'buyer', 'programme');

-- CreateEnum
CREATE TYPE "MemberRole" AS ENUM ('manager', 'treasurer', 'member', 'purchaser', 'officer', 'controller', 'observer');

-- CreateEnum
CREATE TYPE "PayoutState" AS ENUM ('prepared', 'approved', 'confirmed', 'mismatch', 'cancelled');

-- CreateEnum
CREATE TYPE "DistributionState" AS ENUM ('draft', 'shared');

-- CreateEnum
CREATE TYPE "OrderState" AS ENUM ('placed', 'paid', 'shipped', 'delivered', 'settled', 'expired', 'cancelled', 'refunded');

-- CreateEnum
CREATE TYPE "ApplicationState" AS ENUM ('draft', 'submitted', 'accepted', 'accepted_with_plan', 'rejected');

-- CreateEnum
CREATE TYPE "ReviewDecision" AS ENUM ('accepted', 'accepted_with_plan', 'rejected');

-- CreateTable
CREATE TABLE "WriteOnce" (
    "key" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "result" JSONB,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WriteOnce_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Installation" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "userId" TEXT,
    "organisationId" UUID,
    "action" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lot" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "cooperativeId" UUID NOT NULL,
    "mineral" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "hsCode" TEXT,
    "quantity" DECIMAL(20,6) NOT NULL,
    "availableQuantity" DECIMAL(20,6) NOT NULL,
    "unit" TEXT NOT NULL,
    "divisible" BOOLEAN NOT NULL DEFAULT false,
    "grades" JSONB NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',
    "massGrams" DECIMAL(24,6),
    "gradePpm" DECIMAL(20,6),
    "originCountry" CHAR(2) NOT NULL,
    "originDistrict" TEXT NOT NULL,
    "incoterm" TEXT NOT NULL,
    "incotermPlace" TEXT NOT NULL,
    "askMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "leadTimeDays" INTEGER NOT NULL,
    "womenLed" BOOLEAN NOT NULL DEFAULT false,
    "certificates" TEXT[],
    "state" "LotState" NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "listedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "bandMethod" TEXT,
    "bandFloorMinor" BIGINT,
    "bandFairMinor" BIGINT,
    "bandCeilingMinor" BIGINT,
    "bandAsOf" DATE,
    "bandVerdict" TEXT,

    CONSTRAINT "Lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotBand" (
    "id" UUID NOT NULL,
    "lotId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "floorMinor" BIGINT,
    "fairMinor" BIGINT,
    "ceilingMinor" BIGINT,
    "currency" CHAR(3) NOT NULL,
    "asOf" DATE NOT NULL,
    "verdict" TEXT,
    "reason" TEXT,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LotBand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotDocument" (
    "lotId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "LotDocument_pkey" PRIMARY KEY ("lotId","documentId")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "activeOrganisationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Confirmation" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "countryCode" CHAR(2) NOT NULL,
    "district" TEXT,
    "description" TEXT,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "locale" TEXT NOT NULL DEFAULT 'en',
    "womenLed" BOOLEAN NOT NULL DEFAULT false,
    "programmeId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "role" "MemberRole" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "MemberRole" NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "invitedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerAccount" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "ownerId" TEXT,
    "currency" CHAR(3) NOT NULL,
    "balanceMinor" BIGINT NOT NULL DEFAULT 0,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "inputHash" CHAR(64) NOT NULL,
    "kind" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "orderId" UUID,
    "reversesId" UUID,
    "memo" JSONB NOT NULL DEFAULT '{}',
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Posting" (
    "id" BIGSERIAL NOT NULL,
    "entryId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "orderId" UUID,
    "part" TEXT,

    CONSTRAINT "Posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Checkout" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "sessionId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" TEXT NOT NULL,
    "paymentIntentId" TEXT,
    "chargeId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Checkout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StripeEvent" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "processedAt" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "StripeEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PayoutDestination" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "accountNumber" TEXT NOT NULL,
    "recordedById" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "verifiedById" TEXT,
    "verifiedAt" TIMESTAMPTZ(3),
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "PayoutDestination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payout" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "orderId" UUID NOT NULL,
    "cooperativeId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "destinationId" UUID NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" "PayoutState" NOT NULL,
    "preparedById" TEXT NOT NULL,
    "preparedAt" TIMESTAMPTZ(3) NOT NULL,
    "approvedById" TEXT,
    "approvedAt" TIMESTAMPTZ(3),
    "reference" TEXT,
    "proofDocumentId" UUID,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),
    "receivedMinor" BIGINT,
    "note" TEXT,

    CONSTRAINT "Payout_pkey" PRIMARY KEY ("id")
);

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

-- CreateTable
CREATE TABLE "Baseline" (
    "id" UUID NOT NULL,
    "cooperativeId" UUID NOT NULL,
    "mineral" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "referenceBps" INTEGER,
    "perUnit" DECIMAL(20,6),
    "currency" CHAR(3),
    "unit" TEXT,
    "source" TEXT NOT NULL,
    "recordedOn" DATE NOT NULL,
    "recordedById" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Baseline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CooperativeMember" (
    "id" UUID NOT NULL,
    "cooperativeId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "hours" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "contribution" DECIMAL(12,2) NOT NULL DEFAULT 0,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "joinedOn" DATE NOT NULL,

    CONSTRAINT "CooperativeMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Distribution" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "cooperativeId" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "netMinor" BIGINT NOT NULL,
    "costsMinor" BIGINT NOT NULL,
    "communityMinor" BIGINT NOT NULL,
    "membersMinor" BIGINT NOT NULL,
    "state" "DistributionState" NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sharedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Distribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DistributionShare" (
    "id" UUID NOT NULL,
    "distributionId" UUID NOT NULL,
    "memberId" UUID NOT NULL,
    "weight" DECIMAL(12,2) NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DistributionShare_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxCustomer" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "email" TEXT,
    "name" TEXT,
    "metadata" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxCustomer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxCheckoutSession" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "status" TEXT NOT NULL,
    "paymentStatus" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "lineItems" JSONB NOT NULL,
    "successUrl" TEXT NOT NULL,
    "cancelUrl" TEXT,
    "locale" TEXT,
    "clientReferenceId" TEXT,
    "customerId" TEXT,
    "customerEmail" TEXT,
    "metadata" JSONB NOT NULL,
    "intentMetadata" JSONB NOT NULL,
    "intentDescription" TEXT,
    "transferGroup" TEXT,
    "paymentMethodTypes" TEXT[],
    "paymentIntentId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxCheckoutSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxPaymentIntent" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "sessionId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "receivedMinor" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "methodTypes" TEXT[],
    "latestChargeId" TEXT,
    "lastError" JSONB,
    "pendingMethod" JSONB,
    "arrivesAt" TIMESTAMPTZ(3),
    "description" TEXT,
    "metadata" JSONB NOT NULL,
    "transferGroup" TEXT,
    "customerId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "canceledAt" TIMESTAMPTZ(3),

    CONSTRAINT "SandboxPaymentIntent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxCharge" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "paymentIntentId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "refundedMinor" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "method" JSONB NOT NULL,
    "billingName" TEXT,
    "billingEmail" TEXT,
    "failureCode" TEXT,
    "failureMessage" TEXT,
    "declineCode" TEXT,
    "disputed" BOOLEAN NOT NULL DEFAULT false,
    "balanceTransactionId" TEXT,
    "description" TEXT,
    "metadata" JSONB NOT NULL,
    "transferGroup" TEXT,
    "customerId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxCharge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxRefund" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "chargeId" TEXT NOT NULL,
    "paymentIntentId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT,
    "status" TEXT NOT NULL,
    "balanceTransactionId" TEXT,
    "metadata" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxRefund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxDispute" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "chargeId" TEXT NOT NULL,
    "paymentIntentId" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "balanceTransactionId" TEXT,
    "brand" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "evidenceDueAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxDispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxBalanceTransaction" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "reportingCategory" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "feeMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "description" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "availableAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxBalanceTransaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxEvent" (
    "id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxDelivery" (
    "id" BIGSERIAL NOT NULL,
    "eventId" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "held" BOOLEAN NOT NULL DEFAULT false,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "deliveredAt" TIMESTAMPTZ(3),
    "givenUpAt" TIMESTAMPTZ(3),
    "lastStatus" INTEGER,
    "lastError" TEXT,

    CONSTRAINT "SandboxDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SandboxAnswer" (
    "key" TEXT NOT NULL,
    "requestHash" CHAR(64) NOT NULL,
    "statusCode" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxAnswer_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "SandboxControl" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "SandboxControl_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "ChargeRule" (
    "id" UUID NOT NULL,
    "cooperativeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payee" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "rateBps" INTEGER,
    "fixedMinor" BIGINT,
    "capMinor" BIGINT,
    "currency" CHAR(3) NOT NULL,
    "source" TEXT NOT NULL,
    "activeFrom" TIMESTAMPTZ(3) NOT NULL,
    "activeTo" TIMESTAMPTZ(3),

    CONSTRAINT "ChargeRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Order" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "lotId" UUID NOT NULL,
    "cooperativeId" UUID NOT NULL,
    "buyerId" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "mineral" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "quantity" DECIMAL(20,6) NOT NULL,
    "unit" TEXT NOT NULL,
    "fineGrams" DECIMAL(24,6),
    "priceMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "referenceMinor" BIGINT,
    "baselineMinor" BIGINT,
    "usdRate" DECIMAL(30,15),
    "usdRateOn" DATE,
    "usdRateSource" TEXT,
    "feeBps" INTEGER NOT NULL,
    "bandFloorMinor" BIGINT,
    "bandFairMinor" BIGINT,
    "bandCeilingMinor" BIGINT,
    "verdict" TEXT,
    "method" TEXT,
    "state" "OrderState" NOT NULL,
    "placedById" TEXT NOT NULL,
    "placedAt" TIMESTAMPTZ(3) NOT NULL,
    "payBy" TIMESTAMPTZ(3) NOT NULL,
    "paidAt" TIMESTAMPTZ(3),
    "shippedAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "carrier" TEXT,
    "carrierReference" TEXT,

    CONSTRAINT "Order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderEvent" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "from" "OrderState",
    "to" "OrderState" NOT NULL,
    "action" TEXT NOT NULL,
    "byUserId" TEXT,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OrderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrderCharge" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payee" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "rateBps" INTEGER,
    "capMinor" BIGINT,
    "amountMinor" BIGINT NOT NULL,

    CONSTRAINT "OrderCharge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriceEvidence" (
    "id" UUID NOT NULL,
    "orderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "canonical" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "previousSha256" CHAR(64),
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PriceEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "storageKey" TEXT NOT NULL,
    "uploadedById" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "requirementKey" TEXT NOT NULL,
    "documentId" UUID,
    "statement" TEXT,
    "expiresOn" DATE,
    "recordedById" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "state" "ApplicationState" NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "planDueOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "decision" "ReviewDecision" NOT NULL,
    "reason" TEXT,
    "planDueOn" DATE,
    "evidenceSeen" JSONB NOT NULL,
    "authorId" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditEntry_organisationId_at_idx" ON "AuditEntry"("organisationId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectKind_subjectId_idx" ON "AuditEntry"("subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Lot_number_key" ON "Lot"("number");

-- CreateIndex
CREATE INDEX "Lot_state_listedAt_id_idx" ON "Lot"("state", "listedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Lot_cooperativeId_state_idx" ON "Lot"("cooperativeId", "state");

-- CreateIndex
CREATE INDEX "Lot_state_mineral_form_idx" ON "Lot"("state", "mineral", "form");

-- CreateIndex
CREATE INDEX "LotBand_lotId_computedAt_idx" ON "LotBand"("lotId", "computedAt");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Credential_userId_idx" ON "Credential"("userId");

-- CreateIndex
CREATE INDEX "Confirmation_identifier_idx" ON "Confirmation"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE INDEX "Organisation_programmeId_kind_idx" ON "Organisation"("programmeId", "kind");

-- CreateIndex
CREATE INDEX "Organisation_kind_name_idx" ON "Organisation"("kind", "name");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_organisationId_key" ON "Membership"("userId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_organisationId_idx" ON "Invitation"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerAccount_key_key" ON "LedgerAccount"("key");

-- CreateIndex
CREATE INDEX "LedgerAccount_code_idx" ON "LedgerAccount"("code");

-- CreateIndex
CREATE INDEX "LedgerAccount_ownerId_idx" ON "LedgerAccount"("ownerId");

-- CreateIndex
CREATE UNIQUE INDEX "JournalEntry_key_key" ON "JournalEntry"("key");

-- CreateIndex
CREATE UNIQUE INDEX "JournalEntry_reversesId_key" ON "JournalEntry"("reversesId");

-- CreateIndex
CREATE INDEX "JournalEntry_orderId_recordedAt_idx" ON "JournalEntry"("orderId", "recordedAt");

-- CreateIndex
CREATE INDEX "JournalEntry_kind_occurredAt_idx" ON "JournalEntry"("kind", "occurredAt");

-- CreateIndex
CREATE INDEX "Posting_entryId_idx" ON "Posting"("entryId");

-- CreateIndex
CREATE INDEX "Posting_accountId_id_idx" ON "Posting"("accountId", "id");

-- CreateIndex
CREATE INDEX "Posting_orderId_idx" ON "Posting"("orderId");

-- CreateIndex
CREATE UNIQUE INDEX "Checkout_sessionId_key" ON "Checkout"("sessionId");

-- CreateIndex
CREATE INDEX "Checkout_orderId_idx" ON "Checkout"("orderId");

-- CreateIndex
CREATE INDEX "StripeEvent_processedAt_receivedAt_idx" ON "StripeEvent"("processedAt", "receivedAt");

-- CreateIndex
CREATE INDEX "PayoutDestination_organisationId_retiredAt_idx" ON "PayoutDestination"("organisationId", "retiredAt");

-- CreateIndex
CREATE UNIQUE INDEX "Payout_number_key" ON "Payout"("number");

-- CreateIndex
CREATE INDEX "Payout_orderId_idx" ON "Payout"("orderId");

-- CreateIndex
CREATE INDEX "Payout_cooperativeId_preparedAt_idx" ON "Payout"("cooperativeId", "preparedAt" DESC);

-- CreateIndex
CREATE INDEX "Payout_programmeId_state_preparedAt_idx" ON "Payout"("programmeId", "state", "preparedAt");

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

-- CreateIndex
CREATE INDEX "Baseline_cooperativeId_mineral_form_idx" ON "Baseline"("cooperativeId", "mineral", "form");

-- CreateIndex
CREATE UNIQUE INDEX "CooperativeMember_cooperativeId_code_key" ON "CooperativeMember"("cooperativeId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Distribution_orderId_key" ON "Distribution"("orderId");

-- CreateIndex
CREATE INDEX "Distribution_cooperativeId_createdAt_idx" ON "Distribution"("cooperativeId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "DistributionShare_distributionId_memberId_key" ON "DistributionShare"("distributionId", "memberId");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxCustomer_sequence_key" ON "SandboxCustomer"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxCheckoutSession_sequence_key" ON "SandboxCheckoutSession"("sequence");

-- CreateIndex
CREATE INDEX "SandboxCheckoutSession_status_expiresAt_idx" ON "SandboxCheckoutSession"("status", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxPaymentIntent_sequence_key" ON "SandboxPaymentIntent"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxPaymentIntent_sessionId_key" ON "SandboxPaymentIntent"("sessionId");

-- CreateIndex
CREATE INDEX "SandboxPaymentIntent_status_arrivesAt_idx" ON "SandboxPaymentIntent"("status", "arrivesAt");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxCharge_sequence_key" ON "SandboxCharge"("sequence");

-- CreateIndex
CREATE INDEX "SandboxCharge_paymentIntentId_idx" ON "SandboxCharge"("paymentIntentId");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxRefund_sequence_key" ON "SandboxRefund"("sequence");

-- CreateIndex
CREATE INDEX "SandboxRefund_chargeId_idx" ON "SandboxRefund"("chargeId");

-- CreateIndex
CREATE INDEX "SandboxRefund_paymentIntentId_idx" ON "SandboxRefund"("paymentIntentId");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxDispute_sequence_key" ON "SandboxDispute"("sequence");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxDispute_chargeId_key" ON "SandboxDispute"("chargeId");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxBalanceTransaction_sequence_key" ON "SandboxBalanceTransaction"("sequence");

-- CreateIndex
CREATE INDEX "SandboxBalanceTransaction_sourceId_idx" ON "SandboxBalanceTransaction"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxEvent_sequence_key" ON "SandboxEvent"("sequence");

-- CreateIndex
CREATE INDEX "SandboxEvent_type_idx" ON "SandboxEvent"("type");

-- CreateIndex
CREATE INDEX "SandboxDelivery_deliveredAt_givenUpAt_held_dueAt_idx" ON "SandboxDelivery"("deliveredAt", "givenUpAt", "held", "dueAt");

-- CreateIndex
CREATE INDEX "SandboxDelivery_eventId_idx" ON "SandboxDelivery"("eventId");

-- CreateIndex
CREATE INDEX "ChargeRule_cooperativeId_activeTo_idx" ON "ChargeRule"("cooperativeId", "activeTo");

-- CreateIndex
CREATE UNIQUE INDEX "Order_number_key" ON "Order"("number");

-- CreateIndex
CREATE INDEX "Order_buyerId_placedAt_id_idx" ON "Order"("buyerId", "placedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Order_cooperativeId_placedAt_id_idx" ON "Order"("cooperativeId", "placedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Order_programmeId_placedAt_id_idx" ON "Order"("programmeId", "placedAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Order_lotId_idx" ON "Order"("lotId");

-- CreateIndex
CREATE INDEX "Order_state_payBy_idx" ON "Order"("state", "payBy");

-- CreateIndex
CREATE INDEX "OrderEvent_orderId_at_idx" ON "OrderEvent"("orderId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "OrderCharge_orderId_position_key" ON "OrderCharge"("orderId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PriceEvidence_sha256_key" ON "PriceEvidence"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "PriceEvidence_orderId_position_key" ON "PriceEvidence"("orderId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Document_storageKey_key" ON "Document"("storageKey");

-- CreateIndex
CREATE INDEX "Document_organisationId_uploadedAt_idx" ON "Document"("organisationId", "uploadedAt");

-- CreateIndex
CREATE INDEX "Evidence_organisationId_requirementKey_idx" ON "Evidence"("organisationId", "requirementKey");

-- CreateIndex
CREATE UNIQUE INDEX "Application_organisationId_key" ON "Application"("organisationId");

-- CreateIndex
CREATE INDEX "Application_state_submittedAt_idx" ON "Application"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "Review_subjectKind_subjectId_decidedAt_idx" ON "Review"("subjectKind", "subjectId", "decidedAt");

-- AddForeignKey
ALTER TABLE "LotBand" ADD CONSTRAINT "LotBand_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotDocument" ADD CONSTRAINT "LotDocument_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotDocument" ADD CONSTRAINT "LotDocument_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalEntry" ADD CONSTRAINT "JournalEntry_reversesId_fkey" FOREIGN KEY ("reversesId") REFERENCES "JournalEntry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "JournalEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "LedgerAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payout" ADD CONSTRAINT "Payout_destinationId_fkey" FOREIGN KEY ("destinationId") REFERENCES "PayoutDestination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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

-- AddForeignKey
ALTER TABLE "DistributionShare" ADD CONSTRAINT "DistributionShare_distributionId_fkey" FOREIGN KEY ("distributionId") REFERENCES "Distribution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DistributionShare" ADD CONSTRAINT "DistributionShare_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "CooperativeMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SandboxDelivery" ADD CONSTRAINT "SandboxDelivery_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "SandboxEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderCharge" ADD CONSTRAINT "OrderCharge_orderId_fkey" FOREIGN KEY ("orderId") REFERENCES "Order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
