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
export function createAnswerStore({ mostBytes }: { mostBytes: number }): AnswerStore {
  const answers = new Map<string, KeptAnswer>();
  let [bytes, generation, on] = [0, 0, false];
  const forget = (): void => {
    answers.clear();
    bytes = 0;
    generation += 1;
  };
  const drop = (key: string): void => {
    const gone = answers.get(key);
    if (!gone) return;
    answers.delete(key);
    bytes -= sizeOf(key, gone);
  };
  return {
    get(key) {
      const found = on ? answers.get(key) : undefined;
      if (!found) return null;
      answers.delete(key);
      answers.set(key, found);
      return found;
    },
    put(key, answer, since) {
      if (!on || since !== generation || sizeOf(key, answer) > mostBytes) return;
      drop(key);
      answers.set(key, answer);
      bytes += sizeOf(key, answer);
      for (const oldest of answers.keys()) {
        if (bytes <= mostBytes) break;
        drop(oldest);
      }
    },
    forget,
    setOn(now) {
      on = now;
      forget();
    },
    generation: () => generation,
  };
}

function sizeOf(key: string, { plain, gzip }: KeptAnswer): number {
  return key.length + plain.length + (gzip?.length ?? 0) + 500;
}
