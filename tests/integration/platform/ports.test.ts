import { fork } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { choosePorts } from '#app/platform/serve/choose-ports.server';
import { handOver, holdPort, type HeldPort } from '#app/platform/serve/hold-port.server';

const host = '127.0.0.1';

describe('ports', () => {
  const open: Server[] = [];
  afterAll(() => Promise.all(open.map((server) => new Promise((resolve) => server.close(resolve)))));
  const kept = (held: HeldPort): HeldPort => {
    open.push(held.server);
    return held;
  };
  async function twoInARow(): Promise<HeldPort> {
    const first = await holdPort({ port: 0, host });
    if (!first) throw new Error('no port');
    const next = await holdPort({ port: first.port + 1, host });
    await new Promise((resolve) => first.server.close(resolve));
    if (!next) return twoInARow();
    return { ...kept(next), port: first.port };
  }

  it('are held from the moment they are chosen: whoever comes later does not get them', async () => {
    const { web, sandbox } = await choosePorts({});
    for (const { port } of [kept(web), kept(sandbox)]) {
      expect(await holdPort({ port, host })).toBeNull();
      await expect(choosePorts({ PORT: String(port) })).rejects.toThrow(`Port ${port} is taken`);
    }
  });

  it('that nobody chose are others where one is taken', async () => {
    const { port } = await twoInARow();
    const { web, sandbox } = await choosePorts({ PORT: String(port) });
    expect(kept(web).port).toBe(port);
    expect(kept(sandbox).port).not.toBe(port + 1);
    const [one, other] = [await choosePorts({}), await choosePorts({})];
    expect(kept(one.web).port).not.toBe(kept(other.web).port);
    expect(kept(one.sandbox).port).not.toBe(kept(other.sandbox).port);
  });

  it.each(['x', '-1', '70000', '3000.5'])('are not %s', async (text) => {
    await expect(choosePorts({ PORT: text })).rejects.toThrow(`PORT must be a port (0 to 65535), but is "${text}"`);
  });

  it('go over to another process without a moment at which they are free', async () => {
    const held = await holdPort({ port: 0, host });
    if (!held) throw new Error('no port');
    const child = fork(path.resolve('tests/support/examples/serve-held-port.ts'), {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    handOver(child, { web: held });
    await new Promise((resolve, reject) => {
      child.on('message', (message) => message === 'serving' && resolve(message));
      child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
    });
    await new Promise((resolve) => held.server.close(resolve));
    const others = createServer();
    const refused = new Promise((resolve) => others.once('error', resolve));
    others.listen(held.port, host);
    expect(await refused).toMatchObject({ code: 'EADDRINUSE' });
    expect(await (await fetch(`http://${host}:${held.port}/`)).text()).toBe('from the child');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await ended;
  });
});
