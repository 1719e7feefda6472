import { Decimal } from '#app/money/decimal';
import type { MethodDefinition } from '../methods/method-definition.schema';
import { BAND_LEVELS, type CostSheet } from '../methods/method';

/** Why a price would be zero, and the figure that makes it so. */
export type ZeroPrice = { because: 'payable' | 'reference' | 'costs'; path: string };

/** The first figure by which a level's price would be zero, whatever the lot: then every lot would be above its ceiling. Null where there is none. */
export function zeroPrice(definition: MethodDefinition): ZeroPrice | null {
  switch (definition.family) {
    case 'contained-metal':
      return firstOf(BAND_LEVELS, (level) => {
        const { payablePct, discountPct, premiumPct } = definition.terms[level];
        return zeroShare(`terms.${level}`, { payablePct, kept: new Decimal(100).minus(discountPct).plus(premiumPct) });
      });
    case 'contract-terms':
      return firstOf(BAND_LEVELS, (level) => {
        const [main] = definition.terms[level].payables;
        if (!main) return null;
        const { payablePct, discountPct } = main;
        return zeroShare(`terms.${level}.payables.0`, { payablePct, kept: new Decimal(100).minus(discountPct) });
      });
    case 'cost-plus':
      return firstOf(Object.entries(definition.referenceCosts), ([country, sheet]) =>
        costsOf(sheet).isZero() ? { because: 'costs', path: `referenceCosts.${country}.inputs` } : null,
      );
    case 'comparables':
      return null;
  }
}

function zeroShare(at: string, { payablePct, kept }: { payablePct: string; kept: Decimal }): ZeroPrice | null {
  if (new Decimal(payablePct).isZero()) return { because: 'payable', path: `${at}.payablePct` };
  return kept.greaterThan(0) ? null : { because: 'reference', path: `${at}.discountPct` };
}

function costsOf({ inputs, energy, transport, hours, livingWagePerHour }: CostSheet): Decimal {
  return new Decimal(inputs).plus(energy).plus(transport).plus(new Decimal(hours).times(livingWagePerHour));
}

function firstOf<T>(items: readonly T[], look: (item: T) => ZeroPrice | null): ZeroPrice | null {
  for (const item of items) {
    const found = look(item);
    if (found) return found;
  }
  return null;
}
