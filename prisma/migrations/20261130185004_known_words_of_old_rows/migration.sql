-- The words of the migration before hold for rows that were there already. Nobody knows what another word was meant to be:
-- the migration ends with a sentence that says which rows have one, and changes nothing.
DO $$
DECLARE
  held record;
  strays bigint;
  words text;
  found text := '';
BEGIN
  FOR held IN
    SELECT c.conrelid::regclass AS place, a.attname AS field, pg_get_expr(c.conbin, c.conrelid) AS holds
      FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'c' AND NOT c.convalidated AND c.conname LIKE '%\_known' AND c.connamespace = current_schema()::regnamespace
     ORDER BY 1, 2
  LOOP
    EXECUTE format('SELECT count(*), string_agg(DISTINCT %I, '', '') FROM %s WHERE NOT (%s)', held.field, held.place, held.holds)
      INTO strays, words;
    IF strays > 0 THEN
      found := found || format(E'\n%s.%s has words that nobody knows in %s row(s): %s', held.place, held.field, strays, words);
    END IF;
  END LOOP;
  IF found <> '' THEN
    RAISE EXCEPTION 'These rows say what the code does not know. Put them right, then migrate again:%', found USING ERRCODE = 'check_violation';
  END IF;
END $$;

ALTER TABLE "LongWork" VALIDATE CONSTRAINT "LongWork_kind_known";
ALTER TABLE "LongWork" VALIDATE CONSTRAINT "LongWork_state_known";
ALTER TABLE "Lot" VALIDATE CONSTRAINT "Lot_mineral_known";
ALTER TABLE "Lot" VALIDATE CONSTRAINT "Lot_form_known";
ALTER TABLE "Lot" VALIDATE CONSTRAINT "Lot_unit_known";
ALTER TABLE "Lot" VALIDATE CONSTRAINT "Lot_stage_known";
ALTER TABLE "Lot" VALIDATE CONSTRAINT "Lot_incoterm_known";
ALTER TABLE "Lot" VALIDATE CONSTRAINT "Lot_bandVerdict_known";
ALTER TABLE "LotBand" VALIDATE CONSTRAINT "LotBand_verdict_known";
ALTER TABLE "LotDocument" VALIDATE CONSTRAINT "LotDocument_kind_known";
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_mineral_known";
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_form_known";
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_unit_known";
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_stage_known";
ALTER TABLE "Order" VALIDATE CONSTRAINT "Order_verdict_known";
ALTER TABLE "OrderEvent" VALIDATE CONSTRAINT "OrderEvent_action_known";
ALTER TABLE "ChargeRule" VALIDATE CONSTRAINT "ChargeRule_kind_known";
ALTER TABLE "OrderCharge" VALIDATE CONSTRAINT "OrderCharge_kind_known";
ALTER TABLE "LedgerAccount" VALIDATE CONSTRAINT "LedgerAccount_code_known";
ALTER TABLE "JournalEntry" VALIDATE CONSTRAINT "JournalEntry_kind_known";
ALTER TABLE "Posting" VALIDATE CONSTRAINT "Posting_part_known";
ALTER TABLE "Checkout" VALIDATE CONSTRAINT "Checkout_state_known";
ALTER TABLE "StripeEvent" VALIDATE CONSTRAINT "StripeEvent_outcome_known";
ALTER TABLE "PayoutDestination" VALIDATE CONSTRAINT "PayoutDestination_method_known";
ALTER TABLE "Distribution" VALIDATE CONSTRAINT "Distribution_rule_known";
ALTER TABLE "CooperativeMember" VALIDATE CONSTRAINT "CooperativeMember_sex_known";
ALTER TABLE "CooperativeMember" VALIDATE CONSTRAINT "CooperativeMember_task_known";
ALTER TABLE "User" VALIDATE CONSTRAINT "User_locale_known";
ALTER TABLE "Organisation" VALIDATE CONSTRAINT "Organisation_locale_known";
ALTER TABLE "PriceBulletin" VALIDATE CONSTRAINT "PriceBulletin_locale_known";
ALTER TABLE "PriceImportDraft" VALIDATE CONSTRAINT "PriceImportDraft_state_known";
ALTER TABLE "PriceImportDraft" VALIDATE CONSTRAINT "PriceImportDraft_source_known";
ALTER TABLE "PriceImportDraftLine" VALIDATE CONSTRAINT "PriceImportDraftLine_kind_known";
ALTER TABLE "PriceProposal" VALIDATE CONSTRAINT "PriceProposal_kind_known";
ALTER TABLE "PriceProposal" VALIDATE CONSTRAINT "PriceProposal_state_known";
ALTER TABLE "PriceImport" VALIDATE CONSTRAINT "PriceImport_status_known";
ALTER TABLE "Observation" VALIDATE CONSTRAINT "Observation_kind_known";
ALTER TABLE "FeedTry" VALIDATE CONSTRAINT "FeedTry_feed_known";
ALTER TABLE "FeedTry" VALIDATE CONSTRAINT "FeedTry_outcome_known";
ALTER TABLE "Document" VALIDATE CONSTRAINT "Document_kind_known";
ALTER TABLE "Evidence" VALIDATE CONSTRAINT "Evidence_requirementKey_known";
ALTER TABLE "Review" VALIDATE CONSTRAINT "Review_subjectKind_known";
ALTER TABLE "Baseline" VALIDATE CONSTRAINT "Baseline_mineral_known";
ALTER TABLE "Baseline" VALIDATE CONSTRAINT "Baseline_form_known";
ALTER TABLE "Baseline" VALIDATE CONSTRAINT "Baseline_unit_known";
ALTER TABLE "CostRecord" VALIDATE CONSTRAINT "CostRecord_mineral_known";
ALTER TABLE "CostRecord" VALIDATE CONSTRAINT "CostRecord_form_known";
ALTER TABLE "CostRecord" VALIDATE CONSTRAINT "CostRecord_unit_known";
ALTER TABLE "ComparableSale" VALIDATE CONSTRAINT "ComparableSale_mineral_known";
ALTER TABLE "ComparableSale" VALIDATE CONSTRAINT "ComparableSale_form_known";
ALTER TABLE "ComparableSale" VALIDATE CONSTRAINT "ComparableSale_unit_known";
ALTER TABLE "SaleCohort" VALIDATE CONSTRAINT "SaleCohort_mineral_known";
ALTER TABLE "SaleCohort" VALIDATE CONSTRAINT "SaleCohort_form_known";
ALTER TABLE "SaleCohort" VALIDATE CONSTRAINT "SaleCohort_unit_known";
