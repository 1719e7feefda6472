import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Tells the demo's Stripe sandbox what a bank does: there is no page for it. */
export async function controlSandbox(control: string, body: object): Promise<unknown> {
  return call(`/sandbox/control/${control}`, JSON.stringify(body), 'application/json');
}

/** A refund made in Stripe's own dashboard, past the product. `amount` in minor units. */
export async function refundAtStripe({ charge, amount }: { charge: string; amount: number }): Promise<unknown> {
  return call(
    '/v1/refunds',
    new URLSearchParams({ charge, amount: String(amount) }).toString(),
    'application/x-www-form-urlencoded',
  );
}

async function call(address: string, body: string, contentType: string): Promise<unknown> {
  const [sandbox, dataDir] = [process.env['E2E_SANDBOX_URL'], process.env['E2E_DATA_DIR']];
  if (!sandbox || !dataDir) throw new Error('E2E_SANDBOX_URL and E2E_DATA_DIR say where the sandbox and its key are.');
  const url = new URL(address, sandbox);
  const secret = (await readFile(path.join(dataDir, 'session-secret'), 'utf8')).trim();
  const key = createHash('sha256').update(`stripe-key:${secret}`).digest('hex').slice(0, 32);
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer sk_test_sandbox_${key}`, 'content-type': contentType },
    body,
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${address}: ${response.status} ${JSON.stringify(answer)}`);
  return answer;
}
