import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Settings } from '../settings';

/** Strict by default: no inline script or style, nothing from other hosts, no framing. */
export function securityHeaders({ publicUrl, payments }: Settings): RequestHandler {
  const secure = publicUrl.startsWith('https://');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // A form that starts a payment is answered by a redirect to the payment page; browsers check that hop against this list too.
        formAction: ["'self'", ...(payments.mode === 'stripe' ? ['https://checkout.stripe.com'] : [])],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
}
