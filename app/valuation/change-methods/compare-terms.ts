import type { Method } from '../methods/method';
import { termLines, type TermLine } from '../methods/term-fields';

/** The lines of a proposed version: those of which a figure changes, and those that stay as they are. Each is in one of the two. */
export function compareTerms(current: Method, candidate: Method): { changed: TermLine[]; unchanged: TermLine[] } {
  const old = new Map(termLines(current).flatMap(({ cells }) => cells.map(({ path, value }) => [path, value])));
  const lines = termLines(candidate);
  const changes = ({ cells }: TermLine) => cells.some(({ path, value }) => old.get(path) !== value);
  return { changed: lines.filter(changes), unchanged: lines.filter((line) => !changes(line)) };
}
