-- A column of one word of a list takes no other. The lists are the code's: docs/decisions/2026-11-30-keys-in-the-database.md.
-- NOT VALID: new rows are held at once, and no table is read while it is locked. The next migration checks the old ones.

ALTER TABLE "LongWork" ADD CONSTRAINT "LongWork_kind_known"
  CHECK ("kind" IN ('price-import', 'recompute-bands')) NOT VALID;
ALTER TABLE "LongWork" ADD CONSTRAINT "LongWork_state_known"
  CHECK ("state" IN ('waiting', 'running', 'done', 'failed')) NOT VALID;
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_mineral_known"
  CHECK ("mineral" IN (
    'gold', 'silver', 'platinum', 'tin', 'copper', 'lead', 'zinc', 'cobalt', 'tungsten', 'tantalum',
    'sapphire', 'ruby', 'emerald', 'tourmaline', 'amethyst', 'garnet', 'aquamarine', 'clay', 'limestone',
    'salt', 'gypsum', 'kaolin', 'dimension-stone'
  )) NOT VALID;
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_form_known"
  CHECK ("form" IN (
    'dore', 'refined', 'jewellery', 'concentrate', 'rough', 'cut', 'bricks', 'tiles', 'lime', 'table-salt',
    'plaster', 'powder', 'slab'
  )) NOT VALID;
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_unit_known"
  CHECK ("unit" IN ('g', 'kg', 't', 'lb', 'st', 'ozt', 'ct', 'MTU', 'dmtu', 'piece', 'm2', 'm3')) NOT VALID;
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_stage_known"
  CHECK ("stage" IN ('ore', 'concentrate', 'refined', 'finished', 'manufactured')) NOT VALID;
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_incoterm_known"
  CHECK ("incoterm" IN ('EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP')) NOT VALID;
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_bandVerdict_known"
  CHECK ("bandVerdict" IN ('below-floor', 'low', 'fair', 'high', 'above-ceiling')) NOT VALID;
ALTER TABLE "LotBand" ADD CONSTRAINT "LotBand_verdict_known"
  CHECK ("verdict" IN ('below-floor', 'low', 'fair', 'high', 'above-ceiling')) NOT VALID;
ALTER TABLE "LotDocument" ADD CONSTRAINT "LotDocument_kind_known"
  CHECK ("kind" IN ('photo', 'assay', 'certificate')) NOT VALID;
ALTER TABLE "Order" ADD CONSTRAINT "Order_mineral_known"
  CHECK ("mineral" IN (
    'gold', 'silver', 'platinum', 'tin', 'copper', 'lead', 'zinc', 'cobalt', 'tungsten', 'tantalum',
    'sapphire', 'ruby', 'emerald', 'tourmaline', 'amethyst', 'garnet', 'aquamarine', 'clay', 'limestone',
    'salt', 'gypsum', 'kaolin', 'dimension-stone'
  )) NOT VALID;
ALTER TABLE "Order" ADD CONSTRAINT "Order_form_known"
  CHECK ("form" IN (
    'dore', 'refined', 'jewellery', 'concentrate', 'rough', 'cut', 'bricks', 'tiles', 'lime', 'table-salt',
    'plaster', 'powder', 'slab'
  )) NOT VALID;
ALTER TABLE "Order" ADD CONSTRAINT "Order_unit_known"
  CHECK ("unit" IN ('g', 'kg', 't', 'lb', 'st', 'ozt', 'ct', 'MTU', 'dmtu', 'piece', 'm2', 'm3')) NOT VALID;
ALTER TABLE "Order" ADD CONSTRAINT "Order_stage_known"
  CHECK ("stage" IN ('ore', 'concentrate', 'refined', 'finished', 'manufactured')) NOT VALID;
ALTER TABLE "Order" ADD CONSTRAINT "Order_verdict_known"
  CHECK ("verdict" IN ('below-floor', 'low', 'fair', 'high', 'above-ceiling')) NOT VALID;
ALTER TABLE "OrderEvent" ADD CONSTRAINT "OrderEvent_action_known"
  CHECK ("action" IN ('place', 'pay', 'cancel', 'expire', 'ship', 'confirm-delivery', 'settle', 'refund', 'freeze', 'thaw', 'lose')) NOT VALID;
ALTER TABLE "ChargeRule" ADD CONSTRAINT "ChargeRule_kind_known"
  CHECK ("kind" IN ('royalty', 'assay', 'transport', 'export', 'other')) NOT VALID;
ALTER TABLE "OrderCharge" ADD CONSTRAINT "OrderCharge_kind_known"
  CHECK ("kind" IN ('royalty', 'assay', 'transport', 'export', 'other')) NOT VALID;
ALTER TABLE "LedgerAccount" ADD CONSTRAINT "LedgerAccount_code_known"
  CHECK ("code" IN (
    'stripe-balance', 'bank', 'mobile-money', 'buyer-receivable', 'held-for-order', 'payable-to-cooperative',
    'payable-royalty', 'payable-assayer', 'payable-carrier', 'payable-export', 'payable-other',
    'payable-buyer-refund', 'payouts-in-transit', 'platform-fee-revenue', 'payment-fees', 'payment-cost-cover',
    'payment-cost-difference', 'owed-by-platform', 'chargeback-loss', 'refund-loss', 'returned-money',
    'currency-exchange', 'exchange-difference', 'cooperative-cash', 'cooperative-proceeds', 'production-cost',
    'community-fund', 'payable-to-member'
  )) NOT VALID;
ALTER TABLE "JournalEntry" ADD CONSTRAINT "JournalEntry_kind_known"
  CHECK ("kind" IN (
    'order-placed', 'payment-received', 'delivery-settled', 'payout-sent', 'payout-confirmed',
    'proceeds-received', 'proceeds-shared', 'member-paid', 'late-payment', 'payment-refunded', 'refund-failed',
    'dispute-withdrawn', 'dispute-returned', 'dispute-ended', 'refund-outside', 'refund-ended',
    'money-exchanged', 'payout-part-arrived', 'payout-rest-owed', 'proceeds-part-received', 'payout-bank-cost',
    'reversal'
  )) NOT VALID;
ALTER TABLE "Posting" ADD CONSTRAINT "Posting_part_known"
  CHECK ("part" IN (
    'royalty', 'assay', 'transport', 'export', 'other', 'fee', 'payment-cost', 'net', 'bank-cost', 'cost',
    'community', 'member'
  )) NOT VALID;
ALTER TABLE "Checkout" ADD CONSTRAINT "Checkout_state_known"
  CHECK ("state" IN ('open', 'processing', 'failed', 'expired', 'paid', 'refunding', 'refunded')) NOT VALID;
ALTER TABLE "StripeEvent" ADD CONSTRAINT "StripeEvent_outcome_known"
  CHECK ("outcome" IN ('converged', 'ignored')) NOT VALID;
ALTER TABLE "PayoutDestination" ADD CONSTRAINT "PayoutDestination_method_known"
  CHECK ("method" IN ('bank', 'mobile-money')) NOT VALID;
ALTER TABLE "Distribution" ADD CONSTRAINT "Distribution_rule_known"
  CHECK ("rule" IN ('equal', 'hours', 'contribution', 'custom')) NOT VALID;
ALTER TABLE "CooperativeMember" ADD CONSTRAINT "CooperativeMember_sex_known"
  CHECK ("sex" IN ('female', 'male', 'unknown')) NOT VALID;
ALTER TABLE "CooperativeMember" ADD CONSTRAINT "CooperativeMember_task_known"
  CHECK ("task" IN (
    'digging', 'carrying', 'crushing', 'washing', 'smelting', 'cutting', 'moulding', 'firing', 'guarding',
    'cooking', 'office', 'other'
  )) NOT VALID;
ALTER TABLE "User" ADD CONSTRAINT "User_locale_known"
  CHECK ("locale" IN ('en', 'fr', 'pt', 'es', 'sw')) NOT VALID;
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_locale_known"
  CHECK ("locale" IN ('en', 'fr', 'pt', 'es', 'sw')) NOT VALID;
ALTER TABLE "PriceBulletin" ADD CONSTRAINT "PriceBulletin_locale_known"
  CHECK ("locale" IN ('en', 'fr', 'pt', 'es', 'sw')) NOT VALID;
ALTER TABLE "PriceImportDraft" ADD CONSTRAINT "PriceImportDraft_state_known"
  CHECK ("state" IN ('reading', 'refused', 'unchanged', 'preview', 'accepting', 'accepted', 'discarded')) NOT VALID;
ALTER TABLE "PriceImportDraft" ADD CONSTRAINT "PriceImportDraft_source_known"
  CHECK ("source" IN ('pink-sheet', 'ecb', 'csv')) NOT VALID;
ALTER TABLE "PriceImportDraftLine" ADD CONSTRAINT "PriceImportDraftLine_kind_known"
  CHECK ("kind" IN ('new', 'rounding', 'revised', 'superseded', 'quarantined', 'unchanged')) NOT VALID;
ALTER TABLE "PriceProposal" ADD CONSTRAINT "PriceProposal_kind_known"
  CHECK ("kind" IN ('fx-rate', 'local-price', 'series')) NOT VALID;
ALTER TABLE "PriceProposal" ADD CONSTRAINT "PriceProposal_state_known"
  CHECK ("state" IN ('waiting', 'approved', 'rejected', 'withdrawn')) NOT VALID;
ALTER TABLE "PriceImport" ADD CONSTRAINT "PriceImport_status_known"
  CHECK ("status" IN ('accepted', 'unchanged', 'rejected', 'waiting')) NOT VALID;
ALTER TABLE "Observation" ADD CONSTRAINT "Observation_kind_known"
  CHECK ("kind" IN ('new', 'rounding', 'revised', 'superseded', 'quarantined', 'unchanged')) NOT VALID;
ALTER TABLE "FeedTry" ADD CONSTRAINT "FeedTry_feed_known"
  CHECK ("feed" IN ('pink-sheet', 'ecb', 'daily-json')) NOT VALID;
ALTER TABLE "FeedTry" ADD CONSTRAINT "FeedTry_outcome_known"
  CHECK ("outcome" IN ('taken', 'unchanged', 'refused', 'failed')) NOT VALID;
ALTER TABLE "Document" ADD CONSTRAINT "Document_kind_known"
  CHECK ("kind" IN (
    'registration', 'mining-licence', 'custody-statement', 'mercury-statement', 'payout-account',
    'beneficial-owners', 'due-diligence-policy', 'dealer-licence', 'lot-photo', 'lot-assay', 'lot-certificate',
    'payout-proof', 'price-evidence'
  )) NOT VALID;
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_requirementKey_known"
  CHECK ("requirementKey" IN (
    'registration', 'mining-licence', 'custody-statement', 'mercury-statement', 'payout-account',
    'beneficial-owners', 'due-diligence-policy', 'dealer-licence'
  )) NOT VALID;
ALTER TABLE "Review" ADD CONSTRAINT "Review_subjectKind_known"
  CHECK ("subjectKind" IN ('application', 'lot')) NOT VALID;
ALTER TABLE "Baseline" ADD CONSTRAINT "Baseline_mineral_known"
  CHECK ("mineral" IN (
    'gold', 'silver', 'platinum', 'tin', 'copper', 'lead', 'zinc', 'cobalt', 'tungsten', 'tantalum',
    'sapphire', 'ruby', 'emerald', 'tourmaline', 'amethyst', 'garnet', 'aquamarine', 'clay', 'limestone',
    'salt', 'gypsum', 'kaolin', 'dimension-stone'
  )) NOT VALID;
ALTER TABLE "Baseline" ADD CONSTRAINT "Baseline_form_known"
  CHECK ("form" IN (
    'dore', 'refined', 'jewellery', 'concentrate', 'rough', 'cut', 'bricks', 'tiles', 'lime', 'table-salt',
    'plaster', 'powder', 'slab'
  )) NOT VALID;
ALTER TABLE "Baseline" ADD CONSTRAINT "Baseline_unit_known"
  CHECK ("unit" IN ('g', 'kg', 't', 'lb', 'st', 'ozt', 'ct', 'MTU', 'dmtu', 'piece', 'm2', 'm3')) NOT VALID;
ALTER TABLE "CostRecord" ADD CONSTRAINT "CostRecord_mineral_known"
  CHECK ("mineral" IN (
    'gold', 'silver', 'platinum', 'tin', 'copper', 'lead', 'zinc', 'cobalt', 'tungsten', 'tantalum',
    'sapphire', 'ruby', 'emerald', 'tourmaline', 'amethyst', 'garnet', 'aquamarine', 'clay', 'limestone',
    'salt', 'gypsum', 'kaolin', 'dimension-stone'
  )) NOT VALID;
ALTER TABLE "CostRecord" ADD CONSTRAINT "CostRecord_form_known"
  CHECK ("form" IN (
    'dore', 'refined', 'jewellery', 'concentrate', 'rough', 'cut', 'bricks', 'tiles', 'lime', 'table-salt',
    'plaster', 'powder', 'slab'
  )) NOT VALID;
ALTER TABLE "CostRecord" ADD CONSTRAINT "CostRecord_unit_known"
  CHECK ("unit" IN ('g', 'kg', 't', 'lb', 'st', 'ozt', 'ct', 'MTU', 'dmtu', 'piece', 'm2', 'm3')) NOT VALID;
ALTER TABLE "ComparableSale" ADD CONSTRAINT "ComparableSale_mineral_known"
  CHECK ("mineral" IN (
    'gold', 'silver', 'platinum', 'tin', 'copper', 'lead', 'zinc', 'cobalt', 'tungsten', 'tantalum',
    'sapphire', 'ruby', 'emerald', 'tourmaline', 'amethyst', 'garnet', 'aquamarine', 'clay', 'limestone',
    'salt', 'gypsum', 'kaolin', 'dimension-stone'
  )) NOT VALID;
ALTER TABLE "ComparableSale" ADD CONSTRAINT "ComparableSale_form_known"
  CHECK ("form" IN (
    'dore', 'refined', 'jewellery', 'concentrate', 'rough', 'cut', 'bricks', 'tiles', 'lime', 'table-salt',
    'plaster', 'powder', 'slab'
  )) NOT VALID;
ALTER TABLE "ComparableSale" ADD CONSTRAINT "ComparableSale_unit_known"
  CHECK ("unit" IN ('g', 'kg', 't', 'lb', 'st', 'ozt', 'ct', 'MTU', 'dmtu', 'piece', 'm2', 'm3')) NOT VALID;
ALTER TABLE "SaleCohort" ADD CONSTRAINT "SaleCohort_mineral_known"
  CHECK ("mineral" IN (
    'gold', 'silver', 'platinum', 'tin', 'copper', 'lead', 'zinc', 'cobalt', 'tungsten', 'tantalum',
    'sapphire', 'ruby', 'emerald', 'tourmaline', 'amethyst', 'garnet', 'aquamarine', 'clay', 'limestone',
    'salt', 'gypsum', 'kaolin', 'dimension-stone'
  )) NOT VALID;
ALTER TABLE "SaleCohort" ADD CONSTRAINT "SaleCohort_form_known"
  CHECK ("form" IN (
    'dore', 'refined', 'jewellery', 'concentrate', 'rough', 'cut', 'bricks', 'tiles', 'lime', 'table-salt',
    'plaster', 'powder', 'slab'
  )) NOT VALID;
ALTER TABLE "SaleCohort" ADD CONSTRAINT "SaleCohort_unit_known"
  CHECK ("unit" IN ('g', 'kg', 't', 'lb', 'st', 'ozt', 'ct', 'MTU', 'dmtu', 'piece', 'm2', 'm3')) NOT VALID;
