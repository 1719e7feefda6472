import { wireAmount, wireTime } from '../rules/wire-amount';
import type { LineItem, SessionRow, WireObject } from './rows';

/** A Checkout Session in Stripe's shape. `url` is null once it can no longer be paid, as there. */
export function buildCheckoutSession(row: SessionRow, payPageUrl: string): WireObject {
  const total = wireAmount(row.amountMinor);
  return {
    id: row.id,
    object: 'checkout.session',
    adaptive_pricing: null,
    after_expiration: null,
    allow_promotion_codes: null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: null,
    cancel_url: row.cancelUrl,
    client_reference_id: row.clientReferenceId,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: wireTime(row.createdAt),
    currency: row.currency,
    currency_conversion: null,
    custom_fields: [],
    custom_text: { after_submit: null, shipping_address: null, submit: null, terms_of_service_acceptance: null },
    customer: row.customerId,
    customer_account: null,
    customer_creation: row.customerId === null ? 'if_required' : null,
    customer_details: customerDetails(row),
    customer_email: row.customerEmail,
    discounts: [],
    expires_at: wireTime(row.expiresAt),
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: row.locale,
    managed_payments: null,
    metadata: row.metadata,
    mode: 'payment',
    origin_context: null,
    payment_intent: row.paymentIntentId,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: row.paymentMethodTypes,
    payment_status: row.paymentStatus,
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: row.status,
    submit_type: null,
    subscription: null,
    success_url: row.successUrl,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: row.status === 'open' ? payPageUrl : null,
    wallet_options: null,
  };
}

function customerDetails(row: SessionRow): Record<string, unknown> | null {
  if (row.customerEmail === null) return null;
  return {
    address: null,
    business_name: null,
    email: row.customerEmail,
    individual_name: null,
    name: null,
    phone: null,
    tax_exempt: 'none',
    tax_ids: null,
  };
}

/** The session's line items. The sandbox knows only ad-hoc prices (`price_data`), so `price` is null. */
export function buildLineItems(row: SessionRow): WireObject[] {
  return (row.lineItems as LineItem[]).map((item, index) => {
    const total = wireAmount(BigInt(item.unitAmountMinor) * BigInt(item.quantity));
    return {
      id: `li_${row.id.slice(-20)}${index}`,
      object: 'item',
      adjustable_quantity: null,
      amount_discount: 0,
      amount_subtotal: total,
      amount_tax: 0,
      amount_total: total,
      currency: row.currency,
      description: item.name,
      metadata: {},
      price: null,
      quantity: Number.parseInt(item.quantity, 10),
    };
  });
}
