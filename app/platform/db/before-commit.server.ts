import type { Tx } from './connect.server';

type Check = () => void;

const CHECKS = new WeakMap<object, Check[]>();

/** Asks `check` when the work of the transaction is done, before it is committed: what it throws undoes all of it. */
export function beforeCommit(tx: Tx, check: Check): void {
  CHECKS.set(tx, [...(CHECKS.get(tx) ?? []), check]);
}

/** For whoever runs the transaction. */
export function runChecks(tx: Tx): void {
  for (const check of CHECKS.get(tx) ?? []) check();
}
