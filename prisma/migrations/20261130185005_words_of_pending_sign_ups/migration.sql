-- The table is new with the migrations before and holds what lives for two days: its rows are looked at at once.
ALTER TABLE "PendingSignUp" ADD CONSTRAINT "PendingSignUp_locale_known"
  CHECK ("locale" IN ('en', 'fr', 'pt', 'es', 'sw'));
