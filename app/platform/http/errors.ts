/**
 * What ends a request early. Thrown as a Response so that Remix shows the error page with this status. The reason is for the reader of the
 * code; it never leaves the server, so that a stranger cannot tell "not yours" from "not there".
 */
export class NotFound extends Response {
  constructor(readonly reason: string = 'no such thing for this reader') {
    super('Not found', { status: 404, statusText: 'Not Found' });
  }
}

export class Forbidden extends Response {
  constructor(readonly reason: string = 'the role lacks the permission') {
    super('Forbidden', { status: 403, statusText: 'Forbidden' });
  }
}
