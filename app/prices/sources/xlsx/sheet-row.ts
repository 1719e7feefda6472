/** `number` is the text of the figure as stored; `other` is a truth value or an error such as #REF!. */
export type Cell = { kind: 'number' | 'text' | 'formula' | 'empty' | 'other'; text: string };

export type SheetRow = { number: number; cells: Map<string, Cell> };
