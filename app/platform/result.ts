/** The outcome of a use case. A refusal is a value: `messageKey` is for people (translated), `code` for programs, `path` the field. */
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refusal<Code extends string = string> = {
  readonly ok: false;
  readonly code: Code;
  readonly messageKey: string;
  readonly params?: Record<string, string | number>;
  readonly path?: string;
};
export type Result<T, Code extends string = string> = Ok<T> | Refusal<Code>;

/**
 * A refusal that is found below a use case, where it cannot be handed up: the transaction around it is rolled
 * back and answers with it. Only inside a transaction whose outcome is a `Result`.
 */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(`refused: ${refusal.code}`);
  }
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  messageKey: string,
  extra: { params?: Record<string, string | number>; path?: string } = {},
): Refusal<Code> {
  return { ok: false, code, messageKey, ...extra };
}
