/** A small seeded generator (mulberry32): the demo is the same on every machine. Whole numbers only. */
export type Random = {
  /** 0 … 2³²−1 */
  next(): number;
  /** `from` … `to`, both included. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  return {
    next,
    between: (from, to) => from + (next() % (to - from + 1)),
    pick(list) {
      const item = list[next() % list.length];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
  };
}
