import type { Words } from './lot-title';

const LABEL: Record<string, string> = {
  moisturePct: 'catalogue:facts.moisturePct',
  franchisePct: 'catalogue:facts.franchisePct',
  stones: 'catalogue:facts.stones',
  stoneCt: 'catalogue:facts.stoneCt',
};

/** The decimal facts of a lot, one line each. */
export function factLines(facts: Record<string, string>, { t, format }: Words): { term: string; value: string }[] {
  return Object.entries(LABEL).flatMap(([key, label]) => {
    const value = facts[key];
    return value ? [{ term: t(label), value: format.number(value, { maxDecimals: 3 }) }] : [];
  });
}
