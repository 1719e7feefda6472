import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../../log';

type Heard = {
  /** Something that public answers show has changed, in this table. Changes are heard in the order of their commits. */
  onChange(table: string): void;
  /** Whether changes are heard at the moment. */
  onHearing(hearing: boolean): void;
};

const AGAIN_MS = 1000;
const CHECK_MS = 5000;

/**
 * Listens to the database for changes (trigger `public_change`), on a connection of its own. When that is lost nobody would know of a change: it is said at
 * once, and tried again until it is back.
 */
export function listenForChange(
  { url, log }: { url: string; log: Log },
  { onChange, onHearing }: Heard,
): { ready: Promise<void>; stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (isReady = resolve));
  const listen = async (): Promise<void> => {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'fairlode-cache',
      query_timeout: CHECK_MS,
    });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', ({ payload }) => onChange(payload ?? ''));
    try {
      await client.connect();
      await client.query('LISTEN public_change');
      onHearing(true);
      isReady();
      // A connection that died without a word is found out by asking.
      while (!signal.aborted && (await Promise.race([lost.then(() => false), pause(CHECK_MS, signal)])))
        await client.query('SELECT 1');
    } finally {
      onHearing(false);
      client.end().catch(() => undefined);
    }
  };
  const ended = (async () => {
    while (!signal.aborted) {
      await listen().catch((error: unknown) =>
        log.warn({ err: error }, 'public answers are not kept until the database is heard'),
      );
      await pause(AGAIN_MS, signal);
    }
  })();
  return {
    ready,
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<true> {
  await wait(ms, undefined, { signal, ref: false }).catch(() => undefined);
  return true;
}
