-- History is append-only: a corrected value or rate is a new row.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Observation" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "ObservationInForce" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "PriceImport" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "QuarantineDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "FxRate" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A price or rate of nothing is not a price; a rate from a currency to itself is never stored.
ALTER TABLE "Observation" ADD CONSTRAINT observation_positive CHECK (value > 0);
ALTER TABLE "ObservationInForce" ADD CONSTRAINT in_force_positive CHECK (value > 0);
ALTER TABLE "PriceImport" ADD CONSTRAINT import_counts_add_up
  CHECK (read = "new" + rounding + revised + unchanged + rejected + quarantined);
ALTER TABLE "FxRate" ADD CONSTRAINT fx_rate_positive CHECK (rate > 0 AND base <> quote);
ALTER TABLE "FxRate" ADD CONSTRAINT fx_rate_two_people CHECK ("enteredBy" <> "approvedBy");
