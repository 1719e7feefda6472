import { toAmount, type Money } from '#app/money/money';
import type { Verdict } from '../bands/verdict';
import { verdictAnswer } from '../bands/verdict';
import type { Band } from '../bands/compute-band';
import type { ReferencePrice } from '#app/prices/series/known-prices';
import type { Valuation } from '../formula/valuation';
import { VALUATION_FORMULA } from '../formula/value';

type Amount = { amount: string; currency: string };

function amountOf(money: Money): Amount {
  return { amount: toAmount(money), currency: money.currency };
}

function body({ total, perUnit, steps }: Valuation) {
  return {
    total: amountOf(total),
    perUnit: { ...amountOf(perUnit.money), per: perUnit.per },
    steps: steps.map(({ label, expression, value, unit, source }) => ({ label, expression, value, unit, source })),
  };
}

/** A valuation as POST /api/v1/valuations answers it. */
export function valuationAnswer({ valuation, sha256 }: { valuation: Valuation; sha256: string }) {
  return {
    ...body(valuation),
    references: valuation.references,
    rates: valuation.rates,
    evidence: { hash: sha256, formula: VALUATION_FORMULA },
  };
}

type Banded = {
  band: Band;
  verdict: Verdict | null;
  references: ReferencePrice[];
  rates: Valuation['rates'];
  sha256: string;
};

/** A band as POST /api/v1/bands answers it; without an ask it has no verdict. */
export function bandAnswer({ band, verdict, references, rates, sha256 }: Banded) {
  return {
    method: band.method,
    floor: body(band.floor),
    fair: body(band.fair),
    ceiling: body(band.ceiling),
    ...(verdict ? { verdict: verdictAnswer(verdict) } : {}),
    basis: band.basis,
    references,
    rates,
    evidence: { hash: sha256, formula: VALUATION_FORMULA },
  };
}
