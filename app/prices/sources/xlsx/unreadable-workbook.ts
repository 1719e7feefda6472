import type { ImportRefusalCode } from '../import-refusal';

/** Stops the reading of a workbook from deep inside a stream; the feed turns it into a refusal. */
export class UnreadableWorkbook extends Error {
  constructor(
    readonly code: ImportRefusalCode,
    readonly params: Record<string, string | number> = {},
  ) {
    super(code);
  }
}
