-- AlterTable
ALTER TABLE "Lot" ADD COLUMN     "bandExpiresOn" DATE;
