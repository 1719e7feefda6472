import { ExpectedError } from '../expected-error';
import { holdPort, type HeldPort } from './hold-port.server';

const FIRST = 3000;
const STEP = 10;
const LAST = 65_535;
const LOOPBACK = '127.0.0.1';

/**
 * The port asked for by PORT, which must be free; else 3000 or the next free one, so that two clones run side by side. The sandbox's port is internal and may
 * be any. Both are held from here on: building a demo takes minutes, and a port may be taken meanwhile.
 */
export async function choosePorts(
  env: Record<string, string | undefined>,
): Promise<{ web: HeldPort; sandbox: HeldPort }> {
  const host = env['HOST'] ?? LOOPBACK;
  const web = env['PORT'] ? await asked('PORT', env['PORT'], host) : await nextFree(host);
  const sandbox = env['SANDBOX_PORT']
    ? await asked('SANDBOX_PORT', env['SANDBOX_PORT'], LOOPBACK)
    : await holdPort({ port: 0, host: LOOPBACK });
  if (!sandbox) throw new ExpectedError('There is no free port.');
  return { web, sandbox };
}

async function asked(name: string, text: string, host: string): Promise<HeldPort> {
  if (!/^\d{1,5}$/.test(text) || Number.parseInt(text, 10) > LAST)
    throw new ExpectedError(`${name} must be a port (0 to ${LAST}), but is "${text}".`);
  const held = await holdPort({ port: Number.parseInt(text, 10), host });
  if (!held)
    throw new ExpectedError(`Port ${text} is taken. Stop what listens there, or choose another with ${name}=…`);
  return held;
}

async function nextFree(host: string): Promise<HeldPort> {
  for (let port = FIRST; port <= LAST; port += STEP) {
    const held = await holdPort({ port, host });
    if (held) return held;
  }
  throw new ExpectedError('There is no free port.');
}
