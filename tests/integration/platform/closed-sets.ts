import { FORMS, STAGES } from '#app/catalogue/products/products';
import { MINERALS } from '#app/catalogue/products/minerals';
import { INCOTERMS, LOT_DOCUMENT_KINDS } from '#app/catalogue/products/terms';
import { CHARGE_KINDS, CHART } from '#app/ledger/chart-of-accounts';
import { ENTRY_KINDS, PARTS } from '#app/ledger/entry';
import { COUNT_UNITS, MASS_UNITS } from '#app/money/units';
import { LONG_WORK_KINDS, LONG_WORK_STATES } from '#app/platform/jobs/long-work.server';
import { LOCALES } from '#app/platform/i18n/locales';
import { BROUGHT_SOURCES, FEEDS } from '#app/prices/sources/registry';
import { KEPT_OUTCOMES } from '#app/prices/feed-status/fetch-feed.server';
import { DRAFT_STATES } from '#app/prices/imports/drafts/draft-state';
import { FIGURE_KINDS } from '#app/prices/imports/classify';
import { IMPORT_STATUSES } from '#app/prices/imports/import-summary';
import { PROPOSAL_STATES } from '#app/prices/proposals/list-proposals.server';
import { PROPOSAL_KINDS } from '#app/prices/proposals/proposal-facts.schema';
import { SHARE_RULES } from '#app/proceeds/distribution/sheet';
import { TASKS } from '#app/proceeds/members/member';
import { SEXES } from '#app/proceeds/members/sex';
import { ORDER_ACTIONS } from '#app/trading/lifecycle/order-lifecycle';
import { CHECKOUT_STATES } from '#app/trading/take-payment/converge-payments.server';
import { EVENT_OUTCOMES } from '#app/trading/take-payment/process-stripe-event.server';
import { VERDICT_STATES } from '#app/valuation/bands/verdict';
import { PAPER_KINDS } from '#app/verification/documents/paper-access';
import { PAYOUT_METHODS } from '#app/verification/payout-destination/destination.schema';
import { REQUIREMENT_KEYS } from '#app/verification/requirements';

const UNITS = [...MASS_UNITS, ...COUNT_UNITS];
const PRODUCT = { mineral: MINERALS, form: FORMS, unit: UNITS };

/** Named like a list, and none of ours: with the reason. */
export const OPEN_SETS: Record<string, readonly string[]> = {
  'Stripe’s own words, which it adds to': [
    'Dispute.reason',
    'SandboxBalanceTransaction.type',
    'SandboxCashTransaction.type',
    'SandboxCharge.status',
    'SandboxCheckoutSession.locale',
    'SandboxCheckoutSession.paymentStatus',
    'SandboxCheckoutSession.status',
    'SandboxDispute.reason',
    'SandboxDispute.status',
    'SandboxEvent.type',
    'SandboxPaymentIntent.status',
    'SandboxRefund.reason',
    'SandboxRefund.status',
    'StripeEvent.type',
  ],
  'a log that outlives its words': ['AuditEntry.action', 'AuditEntry.subjectKind', 'WriteOnce.action'],
  'what people write': [
    'BelowFloorAsk.reason',
    'MethodDecision.reason',
    'MethodVersion.reason',
    'PaymentTerms.reason',
    'QuarantineDecision.reason',
    'Review.reason',
  ],
  'a media type, as the file itself says': ['Document.contentType'],
  'the key of a sentence': ['Lot.bandReason', 'LotBand.reason'],
  'the id of a method, of which staff make new ones': ['Lot.bandMethod', 'LotBand.method', 'Order.method'],
  'a publisher names it, or staff for a series of their own': ['Series.unit', 'PriceImport.source'],
};

/** Columns of text that hold one word of a list in the code, and that list. */
export const CLOSED_SETS: Record<string, Record<string, readonly string[]>> = {
  LongWork: { kind: LONG_WORK_KINDS, state: LONG_WORK_STATES },
  Lot: { ...PRODUCT, stage: STAGES, incoterm: INCOTERMS, bandVerdict: VERDICT_STATES },
  LotBand: { verdict: VERDICT_STATES },
  LotDocument: { kind: LOT_DOCUMENT_KINDS },
  Order: { ...PRODUCT, stage: STAGES, verdict: VERDICT_STATES },
  OrderEvent: { action: ORDER_ACTIONS },
  ChargeRule: { kind: CHARGE_KINDS },
  OrderCharge: { kind: CHARGE_KINDS },
  LedgerAccount: { code: Object.keys(CHART) },
  JournalEntry: { kind: ENTRY_KINDS },
  Posting: { part: PARTS },
  Checkout: { state: CHECKOUT_STATES },
  StripeEvent: { outcome: EVENT_OUTCOMES },
  PayoutDestination: { method: PAYOUT_METHODS },
  Distribution: { rule: SHARE_RULES },
  CooperativeMember: { sex: SEXES, task: TASKS },
  User: { locale: LOCALES },
  PendingSignUp: { locale: LOCALES },
  Organisation: { locale: LOCALES },
  PriceBulletin: { locale: LOCALES },
  PriceImportDraft: { state: DRAFT_STATES, source: BROUGHT_SOURCES },
  PriceImportDraftLine: { kind: FIGURE_KINDS },
  PriceProposal: { kind: PROPOSAL_KINDS, state: PROPOSAL_STATES },
  PriceImport: { status: IMPORT_STATUSES },
  Observation: { kind: FIGURE_KINDS },
  FeedTry: { feed: FEEDS, outcome: KEPT_OUTCOMES },
  Document: { kind: [...REQUIREMENT_KEYS, ...PAPER_KINDS.filter((kind) => kind !== 'evidence')] },
  Evidence: { requirementKey: REQUIREMENT_KEYS },
  Review: { subjectKind: ['application', 'lot'] },
  Baseline: PRODUCT,
  CostRecord: PRODUCT,
  ComparableSale: PRODUCT,
  SaleCohort: PRODUCT,
};
