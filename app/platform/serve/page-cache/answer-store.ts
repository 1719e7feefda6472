import { LRUCache } from 'lru-cache';

/** Headers, and what the store itself takes for an answer. */
const OVERHEAD_BYTES = 500;

/** An answer that is the same for everybody who asks for the same. `plain` and `gzip` are the body. */
export type KeptAnswer = {
  headers: Record<string, string>;
  etag: string;
  vary: string;
  lastModified: string | null;
  plain: Uint8Array;
  gzip: Uint8Array | null;
};

export type AnswerStore = {
  get(key: string): KeptAnswer | null;
  /** `since`: the `generation` at which work on the answer began. What has been forgotten meanwhile is not kept: it may be of before. */
  put(key: string, answer: KeptAnswer, since: number): void;
  forget(): void;
  /** Off: nothing is found and nothing kept. */
  setOn(on: boolean): void;
  generation(): number;
};

/** Keeps answers up to so many bytes; what was not asked for the longest goes first. */
export function createAnswerStore({ maxBytes }: { maxBytes: number }): AnswerStore {
  const answers = new LRUCache<string, KeptAnswer>({
    maxSize: maxBytes,
    sizeCalculation: ({ plain, gzip }, key) => key.length + plain.length + (gzip?.length ?? 0) + OVERHEAD_BYTES,
  });
  let [generation, on] = [0, false];
  const forget = (): void => {
    answers.clear();
    generation += 1;
  };
  return {
    get: (key) => (on ? (answers.get(key) ?? null) : null),
    put(key, answer, since) {
      if (on && since === generation) answers.set(key, answer);
    },
    forget,
    setOn(now) {
      on = now;
      forget();
    },
    generation: () => generation,
  };
}
