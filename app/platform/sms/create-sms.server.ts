import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newUuid } from '../ids.server';
import type { SmsSender } from './sms';

type Gateway = { url: string; token: string; from: string };

const PATIENCE_MS = 15_000;

/** A gateway that takes JSON over HTTP where one is configured, else one text file per message in an outbox folder. */
export function createSms({ gateway, outboxDir }: { gateway: Gateway | null; outboxDir: string }): SmsSender {
  return gateway ? overHttp(gateway) : toFolder(outboxDir);
}

function overHttp({ url, token, from }: Gateway): SmsSender {
  return {
    async send({ to, text }) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify({ to, from, text }),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await response.body?.cancel();
      if (!response.ok) throw new Error(`The SMS gateway answered ${response.status}`);
    },
  };
}

function toFolder(outboxDir: string): SmsSender {
  return {
    async send({ to, text }) {
      await mkdir(outboxDir, { recursive: true, mode: 0o700 });
      await writeFile(path.join(outboxDir, `${newUuid()}.txt`), `To: ${to}\n\n${text}\n`, { mode: 0o600 });
    },
  };
}
