-- CreateEnum
CREATE TYPE "IdentityDocumentKind" AS ENUM ('national_id', 'passport', 'voter_card', 'driving_licence', 'residence_permit');

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "personId" UUID;

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "documentKind" "IdentityDocumentKind" NOT NULL,
    "documentCountry" CHAR(2) NOT NULL,
    "documentHash" TEXT NOT NULL,
    "phoneHash" TEXT NOT NULL,
    "phoneVerifiedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenById" TEXT,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdentityClaim" (
    "userId" TEXT NOT NULL,
    "documentKind" "IdentityDocumentKind" NOT NULL,
    "documentCountry" CHAR(2) NOT NULL,
    "documentHash" TEXT NOT NULL,
    "phoneHashes" TEXT[],
    "phoneVerifiedAt" TIMESTAMPTZ(3),
    "codeHash" TEXT,
    "codeExpiresAt" TIMESTAMPTZ(3),
    "codeTries" INTEGER NOT NULL DEFAULT 0,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdentityClaim_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "UserDevice" (
    "userId" TEXT NOT NULL,
    "deviceHash" TEXT NOT NULL,
    "firstSeen" TIMESTAMPTZ(3) NOT NULL,
    "lastSeen" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UserDevice_pkey" PRIMARY KEY ("userId","deviceHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_phoneHash_key" ON "Person"("phoneHash");

-- CreateIndex
CREATE INDEX "Person_seenById_idx" ON "Person"("seenById");

-- CreateIndex
CREATE UNIQUE INDEX "Person_documentKind_documentCountry_documentHash_key" ON "Person"("documentKind", "documentCountry", "documentHash");

-- CreateIndex
CREATE INDEX "IdentityClaim_claimedAt_userId_idx" ON "IdentityClaim"("claimedAt", "userId");

-- CreateIndex
CREATE INDEX "UserDevice_deviceHash_idx" ON "UserDevice"("deviceHash");

-- CreateIndex
CREATE INDEX "User_personId_idx" ON "User"("personId");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_seenById_fkey" FOREIGN KEY ("seenById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IdentityClaim" ADD CONSTRAINT "IdentityClaim_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserDevice" ADD CONSTRAINT "UserDevice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
