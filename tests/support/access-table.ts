/** Who knocks at every door: nobody, each role of the rows' organisations, leading roles of foreign ones. */
export const VISITORS = [
  'nobody',
  'cooperative manager',
  'cooperative treasurer',
  'cooperative member',
  'buyer purchaser',
  'buyer observer',
  'programme officer',
  'programme controller',
  'programme observer',
  'foreign cooperative',
  'foreign buyer',
  'foreign programme',
] as const;
export type VisitorName = (typeof VISITORS)[number];

/**
 * What a visitor gets: a status. `in`: sent to sign in. `go`: sent elsewhere. `may`: the door is open,
 * whatever becomes of the form (anything but `in`, 403, 404, 405 or an error of ours).
 */
export type Expectation = number | 'in' | 'go' | 'may';

function row(text: string): Record<VisitorName, Expectation> {
  const cells = text.split(/[\s|]+/).filter(Boolean);
  if (cells.length !== VISITORS.length)
    throw new Error(`${cells.length} cells for ${VISITORS.length} visitors: ${text}`);
  return Object.fromEntries(
    VISITORS.map((name, index) => [name, /^\d+$/.test(cells[index] ?? '') ? Number(cells[index]) : cells[index]]),
  ) as Record<VisitorName, Expectation>;
}

/**
 * Rows of routes.ts to what GET answers. Columns: nobody | manager treasurer member | purchaser observer |
 * officer controller observer | foreign cooperative buyer programme.
 */
export const READING: Record<string, Record<VisitorName, Expectation>> = {
  '/': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/lots': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/lots/:lotId': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/lots/:lotId/working': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/lots/:lotId/order': row('in | 403 403 403 | 200 403 | 403 403 403 | 403 200 403'),
  '/prices': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/prices/status': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/prices/rates': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/prices/:seriesKey': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/prices.txt': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/prices/:seriesKey.atom': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/calculator': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/verify': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/verify/:hash': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/certificates/:hash': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/certificates/:hash/certificate.json': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/certificates/:hash/certificate.pdf': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/api': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/methods': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/methods/:methodKey': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/cooperatives': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/cooperatives/:slug': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/sign-in': row('200 | go go go | go go | go go go | go go go'),
  '/sign-up': row('200 | go go go | go go | go go go | go go go'),
  '/sign-out': row('go | go go go | go go | go go go | go go go'),
  '/preferences': row('go | go go go | go go | go go go | go go go'),

  '/account': row('in | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/account/organisations/new': row('in | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/account/organisations/active': row('in | go go go | go go | go go go | go go go'),
  '/account/members': row('in | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/account/mailbox': row('in | go go go | go go | go go go | go go go'),
  '/mailbox/:token': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/account/identity': row('in | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/account/sessions': row('in | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/invitations/:token': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/documents/:documentId': row('404 | 200 200 200 | 404 404 | 200 200 403 | 404 404 404'),

  '/cooperative': row('in | 200 200 200 | 403 403 | 403 403 403 | 200 403 403'),
  '/cooperative/application': row('in | 200 200 200 | 403 403 | 403 403 403 | 200 403 403'),
  '/cooperative/payout-destination': row('in | 200 200 200 | 403 403 | 403 403 403 | 200 403 403'),
  '/cooperative/lots': row('in | 200 200 200 | 403 403 | 403 403 403 | 200 403 403'),
  '/cooperative/lots/new': row('in | 200 200 403 | 403 403 | 403 403 403 | 200 403 403'),
  '/cooperative/lots/:lotId': row('in | 200 200 200 | 403 403 | 403 403 403 | 404 403 403'),
  '/cooperative/lots/:lotId/edit': row('in | 200 200 403 | 403 403 | 403 403 403 | 404 403 403'),
  '/cooperative/orders': row('in | 200 200 200 | 403 403 | 403 403 403 | 200 403 403'),
  '/cooperative/orders/:orderId': row('in | 200 200 200 | 403 403 | 403 403 403 | 404 403 403'),
  '/cooperative/orders/:orderId/distribution': row('in | 200 200 200 | 403 403 | 403 403 403 | 404 403 403'),
  '/cooperative/payouts': row('in | 200 200 200 | 403 403 | 403 403 403 | 200 403 403'),
  '/cooperative/payouts/:payoutId': row('in | 200 200 200 | 403 403 | 403 403 403 | 404 403 403'),
  '/cooperative/bulletin': row('in | 200 200 200 | 403 403 | 403 403 403 | 200 403 403'),
  '/cooperative/members': row('in | 200 200 403 | 403 403 | 403 403 403 | 200 403 403'),
  '/cooperative/costs': row('in | 200 200 200 | 403 403 | 403 403 403 | 200 403 403'),

  '/buyer': row('in | 403 403 403 | 200 200 | 403 403 403 | 403 200 403'),
  '/buyer/application': row('in | 403 403 403 | 200 200 | 403 403 403 | 403 200 403'),
  '/buyer/orders': row('in | 403 403 403 | 200 200 | 403 403 403 | 403 200 403'),
  '/buyer/orders/:orderId': row('in | 403 403 403 | 200 200 | 403 403 403 | 403 404 403'),
  '/buyer/orders/:orderId/pay': row('in | 403 403 403 | 200 403 | 403 403 403 | 403 404 403'),

  '/programme': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/work': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/applications/:organisationId': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 404'),
  '/programme/persons': row('in | 403 403 403 | 403 403 | 200 200 403 | 403 403 200'),
  '/programme/audit': row('in | 403 403 403 | 403 403 | 403 200 403 | 403 403 200'),
  '/programme/conflicts': row('in | 403 403 403 | 403 403 | 200 200 403 | 403 403 200'),
  '/programme/lots/:lotId': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 404'),
  '/programme/orders': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/orders/:orderId': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 404'),
  '/programme/orders/:orderId/dispute': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 404'),
  '/programme/payment-terms': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/payouts': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/payouts/new': row('in | 403 403 403 | 403 403 | 200 200 403 | 403 403 200'),
  '/programme/payouts/:payoutId': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 404'),
  '/programme/methods': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/methods/:methodKey': row('in | 403 403 403 | 403 403 | 200 200 403 | 403 403 200'),
  '/programme/method-versions/:versionId': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/cooperatives': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/cooperatives/:cooperativeId': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 404'),
  '/programme/cooperatives/:cooperativeId/charges': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 404'),
  '/programme/indicators/:indicator': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/prices': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/prices/imports/:draftId': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 404'),
  '/programme/prices/waiting': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/prices/rates': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/prices/local': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/prices/series': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 200'),
  '/programme/prices/proposals/:proposalId': row('in | 403 403 403 | 403 403 | 200 200 200 | 403 403 404'),

  '/api/v1/valuations': row('405 | 405 405 405 | 405 405 | 405 405 405 | 405 405 405'),
  '/api/v1/bands': row('405 | 405 405 405 | 405 405 | 405 405 405 | 405 405 405'),
  '/api/v1/methods': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/api/v1/series': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/api/v1/series/:seriesKey/observations': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/api/v1/series/:seriesKey/observations.csv': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/api/v1/lots': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/api/v1/lots/:lotId': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/api/v1/evidence/:hash': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/api/v1/openapi.json': row('200 | 200 200 200 | 200 200 | 200 200 200 | 200 200 200'),
  '/api/*': row('404 | 404 404 404 | 404 404 | 404 404 404 | 404 404 404'),
  '/webhooks/stripe': row('405 | 405 405 405 | 405 405 | 405 405 405 | 405 405 405'),
  '/*': row('404 | 404 404 404 | 404 404 | 404 404 404 | 404 404 404'),
};

/** What a form gets: empty, or with `FORMS`. A page without a row takes no form (405). Same columns. */
export const WRITING: Record<string, Record<VisitorName, Expectation>> = {
  '/sign-in': row('422 | go go go | go go | go go go | go go go'),
  '/sign-up': row('422 | go go go | go go | go go go | go go go'),
  '/preferences': row('go | go go go | go go | go go go | go go go'),
  '/lots/:lotId/order': row('in | 403 403 403 | may 403 | 403 403 403 | 403 may 403'),
  '/account': row('in | 422 422 422 | 422 422 | 422 422 422 | 422 422 422'),
  '/account/organisations/new': row('in | 422 422 422 | 422 422 | 422 422 422 | 422 422 422'),
  '/account/organisations/active': row('in | go go go | 404 404 | 404 404 404 | 404 404 404'),
  '/account/members': row('in | 422 403 403 | 422 403 | 403 422 403 | 422 422 422'),
  '/account/mailbox': row('in | go go go | go go | go go go | go go go'),
  '/mailbox/:token': row('may | may may may | may may | may may may | may may may'),
  '/account/identity': row('in | 422 422 422 | 422 422 | 422 422 422 | 422 422 422'),
  '/account/sessions': row('in | 404 404 404 | 404 404 | 404 404 404 | 404 404 404'),
  '/invitations/:token': row('in | 422 422 422 | 422 422 | 422 422 422 | 422 422 422'),

  '/cooperative/application': row('in | 422 422 403 | 403 403 | 403 403 403 | 422 403 403'),
  '/cooperative/payout-destination': row('in | 422 422 403 | 403 403 | 403 403 403 | 422 403 403'),
  '/cooperative/lots/new': row('in | may may 403 | 403 403 | 403 403 403 | may 403 403'),
  '/cooperative/lots/:lotId': row('in | may may 403 | 403 403 | 403 403 403 | 404 403 403'),
  '/cooperative/lots/:lotId/edit': row('in | may may 403 | 403 403 | 403 403 403 | 404 403 403'),
  '/cooperative/orders/:orderId': row('in | may may 403 | 403 403 | 403 403 403 | 404 403 403'),
  '/cooperative/orders/:orderId/distribution': row('in | may may 403 | 403 403 | 403 403 403 | 404 403 403'),
  '/cooperative/payouts/:payoutId': row('in | 403 may 403 | 403 403 | 403 403 403 | 403 403 403'),
  '/cooperative/bulletin': row('in | 422 422 403 | 403 403 | 403 403 403 | 422 403 403'),
  '/cooperative/members': row('in | may may 403 | 403 403 | 403 403 403 | may 403 403'),

  '/cooperative/costs': row('in | 422 422 403 | 403 403 | 403 403 403 | 422 403 403'),

  '/buyer/application': row('in | 403 403 403 | 422 403 | 403 403 403 | 403 422 403'),
  '/buyer/orders/:orderId': row('in | 403 403 403 | may 403 | 403 403 403 | 403 404 403'),
  '/buyer/orders/:orderId/pay': row('in | 403 403 403 | may 403 | 403 403 403 | 403 404 403'),

  '/programme/applications/:organisationId': row('in | 403 403 403 | 403 403 | 422 422 403 | 403 403 404'),
  '/programme/persons': row('in | 403 403 403 | 403 403 | 404 404 403 | 403 403 404'),
  '/programme/lots/:lotId': row('in | 403 403 403 | 403 403 | may may 403 | 403 403 404'),
  '/programme/orders/:orderId/dispute': row('in | 403 403 403 | 403 403 | 422 422 403 | 403 403 404'),
  '/programme/payment-terms': row('in | 403 403 403 | 403 403 | 422 422 403 | 403 403 422'),
  '/programme/payouts/new': row('in | 403 403 403 | 403 403 | may may 403 | 403 403 404'),
  '/programme/payouts/:payoutId': row('in | 403 403 403 | 403 403 | may may 403 | 403 403 404'),
  '/programme/methods/:methodKey': row('in | 403 403 403 | 403 403 | 422 422 403 | 403 403 422'),
  '/programme/method-versions/:versionId': row('in | 403 403 403 | 403 403 | may may 403 | 403 403 may'),
  '/programme/cooperatives/:cooperativeId': row('in | 403 403 403 | 403 403 | may may 403 | 403 403 404'),
  '/programme/cooperatives/:cooperativeId/charges': row('in | 403 403 403 | 403 403 | may may 403 | 403 403 404'),
  '/programme/prices': row('in | 403 403 403 | 403 403 | 422 422 403 | 403 403 422'),
  '/programme/prices/imports/:draftId': row('in | 403 403 403 | 403 403 | may may 403 | 403 403 404'),
  '/programme/prices/waiting': row('in | 403 403 403 | 403 403 | 404 404 403 | 403 403 404'),
  '/programme/prices/rates': row('in | 403 403 403 | 403 403 | 422 422 403 | 403 403 422'),
  '/programme/prices/local': row('in | 403 403 403 | 403 403 | 422 422 403 | 403 403 422'),
  '/programme/prices/series': row('in | 403 403 403 | 403 403 | 422 422 403 | 403 403 422'),
  '/programme/prices/proposals/:proposalId': row('in | 403 403 403 | 403 403 | may may 403 | 403 403 404'),

  '/api/v1/valuations': row('415 | 415 415 415 | 415 415 | 415 415 415 | 415 415 415'),
  '/api/v1/bands': row('415 | 415 415 415 | 415 415 | 415 415 415 | 415 415 415'),
  '/webhooks/stripe': row('400 | 400 400 400 | 400 400 | 400 400 400 | 400 400 400'),
};

/** Values of the rows that addresses and forms point at, named as in the addresses. */
export type Places = Record<
  | 'lotId'
  | 'ownLotId'
  | 'submittedLotId'
  | 'seriesKey'
  | 'hash'
  | 'slug'
  | 'token'
  | 'documentId'
  | 'orderId'
  | 'placedOrderId'
  | 'deliveredOrderId'
  | 'payoutId'
  | 'organisationId'
  | 'cooperativeId'
  | 'sessionId'
  | 'draftId'
  | 'proposalId',
  string
>;

/** Where an empty form says too little to tell an open door from a wall. */
export function formFor(path: string, places: Places): Record<string, string> {
  return { requestId: 'access', ...fieldsFor(path, places) };
}

function fieldsFor(path: string, places: Places): Record<string, string> {
  switch (path) {
    case '/account/organisations/active':
      return { organisationId: places.cooperativeId };
    case '/account/members':
      return { intent: 'invite', email: 'no address', role: 'member' };
    case '/account/sessions':
      return { intent: 'end', sessionId: places.sessionId };
    case '/cooperative/application':
    case '/buyer/application':
      return { intent: 'submit' };
    case '/programme/applications/:organisationId':
      return {
        intent: 'decide',
        action: 'reject',
        reason: 'Nobody looked at the papers.',
        planDueOn: '',
      };
    case '/cooperative/costs':
      return { product: 'clay/bricks' };
    case '/programme/method-versions/:versionId':
      return { decision: 'reject', reason: '' };
    case '/cooperative/lots/:lotId':
      return { intent: 'withdraw' };
    case '/cooperative/payouts/:payoutId':
      return { received: '1' };
    case '/buyer/orders/:orderId':
    case '/buyer/orders/:orderId/pay':
      return { agreed: 'on' };
    case '/programme/lots/:lotId':
      return { decision: 'reject', reason: 'Please weigh it once more.' };
    case '/programme/orders/:orderId/dispute':
      return { decision: 'end' };
    case '/programme/payouts/new':
      return { order: places.deliveredOrderId };
    case '/programme/payouts/:payoutId':
      return { intent: 'recheck', note: 'Counted once more together.' };
    case '/cooperative/orders/:orderId':
      return { carrier: 'Brinks', reference: 'BR-1', shippedOn: '2026-06-02' };
    case '/programme/cooperatives/:cooperativeId':
      return {
        product: 'gold/dore',
        basis: 'reference',
        percent: '75',
        source: 'Survey of pit traders',
        recordedOn: '2026-01-15',
      };
    case '/programme/cooperatives/:cooperativeId/charges':
      return {
        kind: 'royalty',
        payee: 'Mining Authority',
        basis: 'Share of the price',
        percent: '6',
        currency: 'USD',
        source: 'Mining Act, section 87',
      };
    default:
      return {};
  }
}

/** The address of a row of routes.ts, for rows that the organisations of the table may see. */
export function addressOf(path: string, places: Places): string {
  const values: Record<string, string> = {
    ...places,
    indicator: 'retained-share',
    methodKey: 'gold-dore',
    versionId: 'gold-dore.2',
    '*': 'no/such/page',
  };
  if (path === '/programme/lots/:lotId') values['lotId'] = places.submittedLotId;
  if (path.startsWith('/cooperative/lots/')) values['lotId'] = places.ownLotId;
  if (path === '/buyer/orders/:orderId/pay') values['orderId'] = places.placedOrderId;
  return path.replace(/:(\w+)|\*$/g, (found, name?: string) => values[name ?? found] ?? found);
}
