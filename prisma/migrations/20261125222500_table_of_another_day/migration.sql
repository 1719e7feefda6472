-- A table does not say when it was published: with another day it is another vintage.
DROP INDEX "PriceImport_source_sha256_key";
CREATE UNIQUE INDEX "PriceImport_source_sha256_publishedOn_key" ON "PriceImport"("source", "sha256", "publishedOn");
