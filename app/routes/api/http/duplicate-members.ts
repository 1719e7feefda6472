import { visit } from 'jsonc-parser';

/**
 * The paths of members that an object names twice, in the order of the text. JSON itself leaves open which one counts; a price must not depend on that.
 * `text` is JSON that has been parsed, and is not deep.
 */
export function duplicateMembers(text: string): string[] {
  const open: Set<string>[] = [];
  const found: string[] = [];
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (name, _offset, _length, _line, _column, path) => {
      const names = open.at(-1);
      if (names?.has(name)) found.push([...path(), name].join('.'));
      names?.add(name);
    },
  });
  return found;
}
