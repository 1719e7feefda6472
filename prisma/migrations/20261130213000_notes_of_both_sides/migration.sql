-- AlterTable
ALTER TABLE "Payout" ADD COLUMN     "staffNote" TEXT;

-- Until now what staff wrote replaced what the treasurer had written: in these states the note is theirs.
UPDATE "Payout" SET "staffNote" = note, note = NULL
 WHERE note IS NOT NULL AND state IN ('cancelled', 'partial', 'approved');

-- A word of the program, and no one's: the order's own page says how it ended.
UPDATE "Payout" SET "staffNote" = NULL WHERE "staffNote" IN ('order:lose', 'order:refund');
