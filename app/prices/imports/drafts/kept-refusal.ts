import type { ImportProblem, ImportRefusal } from '../../sources/import-refusal';

/** Why a file was refused, as its draft keeps it: the first reason, and of a table the rows that are wrong. */
export type KeptRefusal = ImportProblem & Pick<ImportRefusal, 'rows'>;

type Row = { refusalKey: string | null; refusalParams: unknown };

/** Only `read-draft` writes these columns. */
export function keptRefusal({ refusalKey, refusalParams }: Row): KeptRefusal | null {
  if (!refusalKey) return null;
  const { rows, ...params } = (refusalParams ?? {}) as ImportProblem['params'] & Pick<KeptRefusal, 'rows'>;
  return { messageKey: refusalKey, params, ...(rows ? { rows } : {}) };
}
