-- Files from before count with 0 bytes: how large they were stands only in the file store.
ALTER TABLE "PriceImportDraft" ADD COLUMN     "sizeBytes" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "PriceImportDraft" ALTER COLUMN "sizeBytes" DROP DEFAULT;
