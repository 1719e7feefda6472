-- What the database itself refuses, whatever the code above it does.

-- 1. History is append-only: corrections are new rows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'object_not_in_prerequisite_state';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "JournalEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Posting" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "OrderEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PriceEvidence" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Review" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "LotBand" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- 2. A journal entry sums to zero in one currency. Deferred: postings arrive one by one, the sum counts at commit.
CREATE FUNCTION check_entry_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  total numeric;
  postings integer;
  strangers integer;
BEGIN
  -- At commit all postings of the entry are there: the check runs for the last of them, not once for each.
  IF EXISTS (SELECT 1 FROM "Posting" WHERE "entryId" = NEW."entryId" AND id > NEW.id) THEN
    RETURN NULL;
  END IF;
  SELECT coalesce(sum(p."amountMinor"), 0), count(*), count(*) FILTER (WHERE a.currency <> e.currency)
    INTO total, postings, strangers
    FROM "Posting" p
    JOIN "JournalEntry" e ON e.id = p."entryId"
    JOIN "LedgerAccount" a ON a.id = p."accountId"
   WHERE p."entryId" = NEW."entryId";
  IF total <> 0 OR postings < 2 THEN
    RAISE EXCEPTION 'journal entry % does not balance: sum %, % postings', NEW."entryId", total, postings USING ERRCODE = 'check_violation';
  END IF;
  IF strangers > 0 THEN
    RAISE EXCEPTION 'journal entry % mixes currencies', NEW."entryId" USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER entry_balanced AFTER INSERT ON "Posting"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balanced();

-- An entry without postings would slip past the trigger above.
CREATE FUNCTION check_entry_has_postings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Posting" WHERE "entryId" = NEW.id) THEN
    RAISE EXCEPTION 'journal entry % has no postings', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER entry_has_postings AFTER INSERT ON "JournalEntry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_has_postings();

ALTER TABLE "Posting" ADD CONSTRAINT posting_not_zero CHECK ("amountMinor" <> 0);

-- 3. Stock and money never pass their bounds.
ALTER TABLE "Lot" ADD CONSTRAINT lot_stock CHECK ("availableQuantity" >= 0 AND "availableQuantity" <= quantity);
ALTER TABLE "Lot" ADD CONSTRAINT lot_quantity_positive CHECK (quantity > 0);
ALTER TABLE "Lot" ADD CONSTRAINT lot_ask_positive CHECK ("askMinor" > 0);
ALTER TABLE "Order" ADD CONSTRAINT order_price_positive CHECK ("priceMinor" > 0);
ALTER TABLE "Order" ADD CONSTRAINT order_quantity_positive CHECK (quantity > 0);
ALTER TABLE "Payout" ADD CONSTRAINT payout_positive CHECK ("amountMinor" > 0);
ALTER TABLE "Payout" ADD CONSTRAINT payout_two_persons CHECK ("approvedById" IS NULL OR "approvedById" <> "preparedById");
ALTER TABLE "DistributionShare" ADD CONSTRAINT share_not_negative CHECK ("amountMinor" >= 0);
ALTER TABLE "Distribution" ADD CONSTRAINT distribution_adds_up CHECK ("costsMinor" + "communityMinor" + "membersMinor" = "netMinor");

-- 4. One live payout for an order.
CREATE UNIQUE INDEX payout_one_live_per_order ON "Payout" ("orderId") WHERE state <> 'cancelled';

-- 5. Numbers that people read out. A write that is refused late leaves a gap: no one counts by them.
CREATE SEQUENCE order_number START 10001;
CREATE SEQUENCE payout_number START 10001;

-- 6. What is owed from a price is owed to somebody by name.
ALTER TABLE "LedgerAccount" ADD CONSTRAINT payable_has_owner
  CHECK (code NOT LIKE 'payable-%' OR (length(btrim(coalesce("ownerId", ''))) > 0));
