import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again until the answer is what a test waits for. Fails with what it saw last. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  isIt: (answer: T) => boolean,
  { withinMs = 60_000 } = {},
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (isIt(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`Waited ${withinMs} ms for ${what}; last seen: ${JSON.stringify(answer)}`);
    await wait(20);
  }
}
