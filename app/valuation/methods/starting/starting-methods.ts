import type { Method } from '../method';
import { COMPARABLES_METHODS } from './comparables';
import { CONTAINED_METAL_METHODS } from './contained-metal';
import { CONTRACT_METHODS } from './contract-terms';
import { COST_PLUS_METHODS } from './cost-plus';

/** What the product ships with, followers last. Never taken out and never changed: old orders point here. Staff's own versions are in the database. */
export const STARTING_METHODS: readonly Method[] = [
  ...CONTAINED_METAL_METHODS,
  ...CONTRACT_METHODS,
  ...COMPARABLES_METHODS,
  ...COST_PLUS_METHODS,
];

export function startingMethod(id: string): Method | null {
  return STARTING_METHODS.find((method) => method.id === id) ?? null;
}
