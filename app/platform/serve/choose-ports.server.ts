import { createServer } from 'node:net';

/**
 * The port asked for by PORT, which must be free; else 3000 or the next free one, so that two clones run side by side. The sandbox's port
 * is internal and may be any.
 */
export async function choosePorts(env: Record<string, string | undefined>): Promise<{ web: number; sandbox: number }> {
  const asked = env['PORT'];
  const host = env['HOST'] ?? '127.0.0.1';
  let web = Number.parseInt(asked ?? '3000', 10);
  if (asked) {
    if (!(await isFree(web, host)))
      throw new Error(`Port ${web} is taken. Stop what listens there, or choose another with PORT=…`);
  } else {
    while (!(await isFree(web, host))) web += 10;
  }
  let sandbox = Number.parseInt(env['SANDBOX_PORT'] ?? String(web + 1), 10);
  while (!(await isFree(sandbox, '127.0.0.1'))) sandbox += 1;
  return { web, sandbox };
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
