-- CreateTable
CREATE TABLE "LongWork" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "requestedBy" TEXT NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LongWork_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LongWork_kind_requestedAt_idx" ON "LongWork"("kind", "requestedAt" DESC);

-- CreateIndex
CREATE INDEX "LongWork_subjectId_idx" ON "LongWork"("subjectId");
