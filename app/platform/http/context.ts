import type { Deps } from '../deps';

/** What the server hands to every loader and action (Remix's load context). */
export type RequestContext = {
  deps: Deps;
  /** Nonce of this answer's Content-Security-Policy. */
  cspNonce: string;
  /** Names this request in the log and on the error page. */
  requestId: string;
  clientAddress: string;
  /** Set when the database was too busy for this request. */
  isBusy?: boolean;
};

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
