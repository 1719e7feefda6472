import { AsyncLocalStorage } from 'node:async_hooks';

/** What a person sent, kept beside the request until it is answered: when the site is too busy, the answer offers to send it again. */
export type SentForm = { fields: [name: string, value: string][] };

type Scope = { sent: SentForm | null };

/** The server's own code and the built pages each hold a copy of this module; the scope is one for both. */
const KEY = Symbol.for('fairlode.sent-form');
const shared = globalThis as { [KEY]?: AsyncLocalStorage<Scope> };
const storage = (shared[KEY] ??= new AsyncLocalStorage<Scope>());

/** Runs what answers one request. */
export function withSentForm<T>(answer: () => T): T {
  return storage.run({ sent: null }, answer);
}

export function keepSentForm(sent: SentForm): void {
  const scope = storage.getStore();
  if (scope) scope.sent = sent;
}

export function sentForm(): SentForm | null {
  return storage.getStore()?.sent ?? null;
}
