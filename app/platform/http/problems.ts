import type { ZodError } from 'zod';
import type { Refusal } from '../result';

/** What is wrong with a posted form: a message key, and the field where there is one. Plain data, from an action to its view. */
export type Problem = {
  path?: string | undefined;
  messageKey: string;
  params?: Record<string, string | number> | undefined;
};

type Translate = (key: string, params: Record<string, string | number>) => string;

/** The first problem of each field; messages of the schemas are message keys. */
export function problemsOf(error: ZodError): Problem[] {
  const first = new Map<string, Problem>();
  for (const issue of error.issues) {
    const path = issue.path.join('.');
    if (!first.has(path)) first.set(path, { path, messageKey: issue.message });
  }
  return [...first.values()];
}

export function problemOf({ path, messageKey, params }: Refusal): Problem {
  return { path, messageKey, params };
}

/** For the summary above a form. */
export function formErrors(problems: readonly Problem[], t: Translate): { name?: string; message: string }[] {
  return problems.map(({ path, messageKey, params }) => ({
    ...(path ? { name: path } : {}),
    message: t(messageKey, params ?? {}),
  }));
}

/** For the field itself. */
export function fieldError(problems: readonly Problem[], name: string, t: Translate): string | null {
  const problem = problems.find(({ path }) => path === name);
  return problem ? t(problem.messageKey, problem.params ?? {}) : null;
}
