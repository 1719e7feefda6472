import type { ImportRefusal } from './import-refusal';

/** As many as somebody puts right at a time. */
export const MOST_NAMED = 20;

/** What is wrong with a file, in its order: all of it is counted and the first places are named, so that a file is put right in one go. */
export class WrongPlaces {
  #count = 0;
  readonly #named: ImportRefusal[] = [];

  note(refusal: ImportRefusal): void {
    this.#count += 1;
    if (this.#named.length < MOST_NAMED) this.#named.push(refusal);
  }

  /** The first stands for the file; null while nothing is wrong. */
  get refusal(): ImportRefusal | null {
    const [first] = this.#named;
    if (!first) return null;
    const named = this.#named.map(({ messageKey, params = {} }) => ({ messageKey, params }));
    return { ...first, rows: { named, more: this.#count - named.length } };
  }
}
