import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export type Relay = {
  port: number;
  to(port: number): void;
  /**
   * Takes connections and never answers them, as whoever gets the port of a server that is gone may do. What
   * was silent stays so.
   */
  hush(): void;
  close(): void;
};

/**
 * A port that stays while the server behind it comes and goes: a database that is started again may listen
 * elsewhere.
 */
export async function startRelay(port: number): Promise<Relay> {
  let target: number | null = port;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    if (target === null) {
      open.add(near);
      near.on('error', () => undefined);
      near.on('close', () => open.delete(near));
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    to: (next) => void (target = next),
    hush: () => void (target = null),
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
