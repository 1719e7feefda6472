import { Decimal, plain } from '#app/money/decimal';
import type { BandLevel, Method } from '../methods/method';

/** One level of a method as a sentence's key and its figures; the view writes them in the reader's language. */
export type TermsText =
  | { key: 'pricing:methods.reference'; element: string; referencePct: string }
  | {
      key: 'pricing:methods.referencePremium';
      element: string;
      referencePct: string;
      premium: { value: string; currency: string; per: string };
    }
  | { key: 'pricing:methods.contract'; element: string; payablePct: string; referencePct: string }
  | {
      key: 'pricing:methods.contractLess';
      element: string;
      payablePct: string;
      referencePct: string;
      less: 'charges' | 'penalties' | 'both';
    }
  | { key: 'pricing:methods.cost' }
  | { key: 'pricing:methods.costMargin'; marginPct: string }
  | { key: 'pricing:methods.percentile'; below: number };

export function termsText(method: Method, level: BandLevel): TermsText {
  switch (method.family) {
    case 'contained-metal': {
      const { discountPct, premiumPct, premium } = method.terms[level];
      const { element } = method;
      const referencePct = plain(new Decimal(100).minus(discountPct).plus(premiumPct));
      return premium
        ? { key: 'pricing:methods.referencePremium', element, referencePct, premium }
        : { key: 'pricing:methods.reference', element, referencePct };
    }
    case 'contract-terms': {
      const { payables, charges, penalties } = method.terms[level];
      const [main] = payables;
      const referencePct = plain(new Decimal(100).minus(main?.discountPct ?? '0'));
      const { element } = method;
      const payablePct = main?.payablePct ?? '0';
      const charged = charges.length > 0 || payables.some(({ refining }) => refining !== null);
      const penalised = penalties.length > 0;
      if (charged || penalised) {
        const less = charged && penalised ? 'both' : charged ? 'charges' : 'penalties';
        return { key: 'pricing:methods.contractLess', element, payablePct, referencePct, less };
      }
      if (main?.discountPct === '0') return { key: 'pricing:methods.reference', element, referencePct: payablePct };
      return { key: 'pricing:methods.contract', element, payablePct, referencePct };
    }
    case 'cost-plus': {
      const { marginPct } = method.terms[level];
      return marginPct === '0' ? { key: 'pricing:methods.cost' } : { key: 'pricing:methods.costMargin', marginPct };
    }
    case 'comparables':
      return { key: 'pricing:methods.percentile', below: method.terms[level].percentile };
  }
}
