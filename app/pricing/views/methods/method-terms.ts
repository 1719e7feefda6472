import { Decimal, plain } from '#app/money/decimal';
import type { BandLevel, Method } from '../../methods/method';

/** One level of a method as a sentence's key and its figures; the view writes them in the reader's language. */
export type TermsText =
  | { key: 'pricing:methods.reference'; referencePct: string }
  | {
      key: 'pricing:methods.referencePremium';
      referencePct: string;
      premium: { value: string; currency: string; per: string };
    }
  | { key: 'pricing:methods.contract'; payablePct: string; referencePct: string }
  | { key: 'pricing:methods.cost' }
  | { key: 'pricing:methods.costMargin'; marginPct: string }
  | { key: 'pricing:methods.percentile'; below: number };

export function termsText(method: Method, level: BandLevel): TermsText {
  switch (method.family) {
    case 'contained-metal': {
      const { discountPct, premiumPct, premium } = method.terms[level];
      const referencePct = plain(new Decimal(100).minus(discountPct).plus(premiumPct));
      return premium
        ? { key: 'pricing:methods.referencePremium', referencePct, premium }
        : { key: 'pricing:methods.reference', referencePct };
    }
    case 'contract-terms': {
      const { payables, charges, penalties } = method.terms[level];
      const [main] = payables;
      const referencePct = plain(new Decimal(100).minus(main?.discountPct ?? '0'));
      const asIs = charges.length === 0 && penalties.length === 0 && !main?.refining && main?.discountPct === '0';
      if (asIs) return { key: 'pricing:methods.reference', referencePct: main.payablePct };
      return { key: 'pricing:methods.contract', payablePct: main?.payablePct ?? '0', referencePct };
    }
    case 'cost-plus': {
      const { marginPct } = method.terms[level];
      return marginPct === '0' ? { key: 'pricing:methods.cost' } : { key: 'pricing:methods.costMargin', marginPct };
    }
    case 'comparables':
      return { key: 'pricing:methods.percentile', below: method.terms[level].percentile };
  }
}
