import { describe, expect, it } from 'vitest';
import { LEAST_BASE_MS, percentile, timesOf } from '#tests/faults/page-times';
import { startProcess } from '#tests/faults/processes';
import { servedDeps } from '#tests/faults/served-deps';
import { market } from '#tests/integration/trading/market';
import { rawSocket } from '#tests/support/raw-socket';
import { sessionCookie, visitor } from '#tests/support/visitor';

const KIB = 1024;
const MIB = 1024 * KIB;
const REFUSED_WITHIN_MS = 50;
const TRIES = 9;
const PIECE = Buffer.from('a&'.repeat(32 * KIB));

describe('forms of a&a&a…, sent whole', { timeout: 240_000 }, async () => {
  const { deps, url } = await servedDeps();
  const town = await market(deps);

  it('of 64 KiB, 1, 4 and 70 MiB are refused within 50 ms, and pages come as before', async () => {
    const cookie = await sessionCookie(deps, town.buyer);
    const reader = visitor({ url }, { cookie });
    const server = await startProcess('scripts/serve.ts', deps);
    const read = () => reader.get('/buyer/orders');
    await timesOf(read, { times: 20 });
    const before = await timesOf(read, { times: 60 });

    const refusals: Record<string, number> = {};
    let flooding = true;
    const flood = (async () => {
      for (const size of [64 * KIB, MIB, 4 * MIB, 70 * MIB]) {
        const times: number[] = [];
        for (let tried = 0; tried < TRIES; tried += 1) times.push(await refused(size, cookie));
        refusals[`${size / KIB} KiB`] = percentile(times, 50);
      }
    })().finally(() => (flooding = false));
    const during = await timesOf(read, { while: () => flooding });
    await flood;

    const [base, flooded] = [percentile(before, 99), percentile(during, 99)];
    console.log(
      `median time to refuse, ms: ${JSON.stringify(refusals)}; p99 of a page: ${base} ms, ${flooded} ms meanwhile`,
    );
    for (const ms of Object.values(refusals)) expect(ms).toBeLessThan(REFUSED_WITHIN_MS);
    expect(flooded).toBeLessThan(2 * Math.max(base, LEAST_BASE_MS));
    await server.kill();
  });

  /** Sends until it is answered, as a flood does. How long the answer took, in milliseconds. */
  async function refused(size: number, cookie: string): Promise<number> {
    const socket = rawSocket(url);
    const head = [
      'POST /sign-in HTTP/1.1',
      `Host: ${new URL(url).host}`,
      `Origin: ${url}`,
      `Cookie: ${cookie}`,
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${size}`,
    ];
    const started = performance.now();
    socket.send(`${head.join('\r\n')}\r\n\r\n`);
    let status: number | undefined;
    const answered = socket.answer().then((answer) => (status = answer?.status ?? 0));
    for (let sent = 0; sent < size && status === undefined; sent += PIECE.length) {
      socket.send(PIECE);
      await new Promise(setImmediate);
    }
    await answered;
    const took = performance.now() - started;
    expect(status).toBe(413);
    socket.close();
    return Math.round(took);
  }
});
