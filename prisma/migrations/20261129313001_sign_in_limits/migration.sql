-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "secondedAt" TIMESTAMPTZ(3),
ADD COLUMN     "secondedById" TEXT,
ALTER COLUMN "tokenHash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "SignInLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "SignInLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "TrainingDay" (
    "id" UUID NOT NULL,
    "programmeId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "signUps" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "TrainingDay_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TrainingDay_code_key" ON "TrainingDay"("code");

-- CreateIndex
CREATE INDEX "TrainingDay_programmeId_createdAt_idx" ON "TrainingDay"("programmeId", "createdAt" DESC);

-- AddForeignKey
ALTER TABLE "TrainingDay" ADD CONSTRAINT "TrainingDay_programmeId_fkey" FOREIGN KEY ("programmeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingDay" ADD CONSTRAINT "TrainingDay_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_secondedById_fkey" FOREIGN KEY ("secondedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A demo made before: its people are invented, so their mailboxes and papers are too. Elsewhere each account proves its own.
UPDATE "User" SET "emailVerified" = true WHERE EXISTS (SELECT 1 FROM "Installation" WHERE key = 'demo');
INSERT INTO "Person" (id, "documentKind", "documentCountry", "documentHash", "phoneHash", "phoneVerifiedAt", "seenAt")
SELECT gen_random_uuid(), 'national_id', 'ZZ', 'demo ' || id, 'demo ' || id, now(), now() FROM "User"
 WHERE "personId" IS NULL AND EXISTS (SELECT 1 FROM "Installation" WHERE key = 'demo');
UPDATE "User" u SET "personId" = p.id FROM "Person" p WHERE p."documentHash" = 'demo ' || u.id AND u."personId" IS NULL;
