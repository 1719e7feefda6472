/** Figures of one thing that is measured, by round. */
export type Samples = Record<string, number[]>;

/**
 * Runs every contender once per round, each round beginning with another one, so that what the machine does
 * meanwhile falls on all of them alike. `measure` answers with a rate (per second).
 */
export async function interleave(
  contenders: Record<string, () => Promise<number>>,
  { rounds }: { rounds: number },
): Promise<Samples> {
  const names = Object.keys(contenders);
  const samples: Samples = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length] ?? '';
      const rate = await contenders[name]?.();
      if (rate !== undefined) samples[name]?.push(rate);
    }
  }
  return samples;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** How many times as long one takes as the other: the median over rounds of the rates of the same round. */
export function timesAsLong(samples: Samples, slow: string, fast: string): number {
  const [a, b] = [samples[slow] ?? [], samples[fast] ?? []];
  return median(a.map((rate, round) => (b[round] ?? Number.NaN) / rate));
}
