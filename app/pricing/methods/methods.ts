import { CONTAINED_METAL_METHODS } from './contained-metal-methods';
import type { Method } from './method';
import { COMPARABLES_METHODS, COST_PLUS_METHODS } from './other-methods';

/** Every version of every method, newest version of each last. Nothing is ever taken out: old orders point here. */
export const METHODS: readonly Method[] = [...CONTAINED_METAL_METHODS, ...COST_PLUS_METHODS, ...COMPARABLES_METHODS];

export function findMethod(id: string): Method | null {
  return METHODS.find((method) => method.id === id) ?? null;
}

/** The newest method that covers a product; null where there is none yet (then there is no band, and it is said why). */
export function methodFor({ mineral, form }: { mineral: string; form: string }): Method | null {
  return (
    METHODS.findLast((method) => method.covers.some((cover) => cover.mineral === mineral && cover.form === form)) ??
    null
  );
}

/** The newest version of each method. */
export function currentMethods(): Method[] {
  return [...new Map(METHODS.map((method) => [method.id.split('/')[0], method])).values()];
}
