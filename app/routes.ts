import { route, type RouteConfig, type RouteConfigEntry } from '@remix-run/route-config';

/**
 * Every URL of the product, grouped by audience. A page's file lies in routes/<audience>/. The table of who
 * may see what (tests/support/access-table.ts) is checked against this list: a URL without a row fails.
 */
function page(path: string, file: string): RouteConfigEntry {
  return route(path, `routes/${file}`, { caseSensitive: true });
}

const open = [
  route('/', 'routes/public/home.tsx', { index: true }),
  page('lots', 'public/lots/lots.tsx'),
  page('lots/:lotId', 'public/lots/lot.tsx'),
  page('lots/:lotId/working', 'public/lots/lot-working.tsx'),
  page('lots/:lotId/order', 'public/lots/lot-order.tsx'),
  page('prices', 'public/prices/prices.tsx'),
  page('prices/status', 'public/prices/status.tsx'),
  page('prices/rates', 'public/prices/rates.tsx'),
  page('prices.txt', 'public/prices/prices-text.ts'),
  page('prices/:seriesKey', 'public/prices/price-series.tsx'),
  page('prices/:seriesKey.atom', 'public/prices/price-series-atom.ts'),
  page('calculator', 'public/calculator.tsx'),
  page('verify', 'public/evidence/verify.tsx'),
  page('verify/:hash', 'public/evidence/verify-hash.tsx'),
  page('certificates/:hash', 'public/evidence/certificate.tsx'),
  page('certificates/:hash/certificate.json', 'public/evidence/certificate-json.ts'),
  page('certificates/:hash/certificate.pdf', 'public/evidence/certificate-pdf.ts'),
  page('api', 'public/api.tsx'),
  page('methods', 'public/methods.tsx'),
  page('methods/:methodKey', 'public/method.tsx'),
  page('cooperatives', 'public/cooperatives.tsx'),
  page('cooperatives/:slug', 'public/cooperative-profile.tsx'),
  page('sign-in', 'public/sign-in.tsx'),
  page('sign-up', 'public/sign-up.tsx'),
  page('sign-out', 'public/sign-out.tsx'),
  page('preferences', 'public/preferences.ts'),
];

const account = [
  page('account', 'account/account.tsx'),
  page('account/organisations/new', 'account/organisation-new.tsx'),
  page('account/organisations/active', 'account/organisation-switch.ts'),
  page('account/members', 'account/members.tsx'),
  page('account/mailbox', 'account/mailbox.tsx'),
  page('mailbox/:token', 'account/mailbox-link.tsx'),
  page('account/identity', 'account/identity.tsx'),
  page('account/sessions', 'account/sessions.tsx'),
  page('invitations/:token', 'account/invitation.tsx'),
  page('documents/:documentId', 'account/document.ts'),
];

const cooperative = [
  page('cooperative', 'cooperative/today.tsx'),
  page('cooperative/application', 'cooperative/application.tsx'),
  page('cooperative/payout-destination', 'cooperative/payout-destination.tsx'),
  page('cooperative/lots', 'cooperative/lots.tsx'),
  page('cooperative/lots/new', 'cooperative/lot-new.tsx'),
  page('cooperative/lots/:lotId', 'cooperative/lot.tsx'),
  page('cooperative/lots/:lotId/edit', 'cooperative/lot-edit.tsx'),
  page('cooperative/orders', 'cooperative/orders.tsx'),
  page('cooperative/orders/:orderId', 'cooperative/order.tsx'),
  page('cooperative/orders/:orderId/distribution', 'cooperative/distribution.tsx'),
  page('cooperative/payouts', 'cooperative/payouts.tsx'),
  page('cooperative/payouts/:payoutId', 'cooperative/payout.tsx'),
  page('cooperative/members', 'cooperative/members.tsx'),
  page('cooperative/costs', 'cooperative/costs.tsx'),
  page('cooperative/bulletin', 'cooperative/bulletin.tsx'),
];

const buyer = [
  page('buyer', 'buyer/today.tsx'),
  page('buyer/application', 'buyer/application.tsx'),
  page('buyer/orders', 'buyer/orders.tsx'),
  page('buyer/orders/:orderId', 'buyer/order.tsx'),
  page('buyer/orders/:orderId/pay', 'buyer/order-pay.tsx'),
];

const programme = [
  page('programme', 'programme/overview.tsx'),
  page('programme/work', 'programme/work.tsx'),
  page('programme/applications/:organisationId', 'programme/application.tsx'),
  page('programme/persons', 'programme/persons.tsx'),
  page('programme/conflicts', 'programme/conflicts.tsx'),
  page('programme/audit', 'programme/audit.tsx'),
  page('programme/lots/:lotId', 'programme/lot-review.tsx'),
  page('programme/orders', 'programme/orders.tsx'),
  page('programme/orders/:orderId', 'programme/order.tsx'),
  page('programme/orders/:orderId/dispute', 'programme/dispute.tsx'),
  page('programme/payment-terms', 'programme/payment-terms.tsx'),
  page('programme/payouts', 'programme/payouts/payouts.tsx'),
  page('programme/payouts/new', 'programme/payouts/payout-new.tsx'),
  page('programme/payouts/:payoutId', 'programme/payouts/payout.tsx'),
  page('programme/methods', 'programme/methods/methods.tsx'),
  page('programme/methods/:methodKey', 'programme/methods/method-change.tsx'),
  page('programme/method-versions/:versionId', 'programme/methods/method-version.tsx'),
  page('programme/cooperatives', 'programme/cooperatives.tsx'),
  page('programme/cooperatives/:cooperativeId', 'programme/cooperative.tsx'),
  page('programme/cooperatives/:cooperativeId/charges', 'programme/charges.tsx'),
  page('programme/indicators/:indicator', 'programme/indicator.tsx'),
  page('programme/prices', 'programme/prices/imports.tsx'),
  page('programme/prices/imports/:draftId', 'programme/prices/draft.tsx'),
  page('programme/prices/waiting', 'programme/prices/waiting.tsx'),
  page('programme/prices/rates', 'programme/prices/rates.tsx'),
  page('programme/prices/local', 'programme/prices/local.tsx'),
  page('programme/prices/series', 'programme/prices/series.tsx'),
  page('programme/prices/proposals/:proposalId', 'programme/prices/proposal.tsx'),
];

const api = [
  page('api/v1/valuations', 'api/valuations.ts'),
  page('api/v1/bands', 'api/bands.ts'),
  page('api/v1/methods', 'api/methods.ts'),
  page('api/v1/series', 'api/series.ts'),
  page('api/v1/series/:seriesKey/observations', 'api/observations.ts'),
  page('api/v1/series/:seriesKey/observations.csv', 'api/observations-csv.ts'),
  page('api/v1/lots', 'api/lots.ts'),
  page('api/v1/lots/:lotId', 'api/lot.ts'),
  page('api/v1/evidence/:hash', 'api/evidence.ts'),
  page('api/v1/openapi.json', 'api/openapi.ts'),
  page('api/*', 'api/not-found.ts'),
];

const webhooks = [page('webhooks/stripe', 'webhooks/stripe.ts')];

export default [
  ...open,
  ...account,
  ...cooperative,
  ...buyer,
  ...programme,
  ...api,
  ...webhooks,
  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig;
