import type { ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:net';

/** A port that nobody else can take any more; who calls is turned away until somebody serves there. */
export type HeldPort = { port: number; server: Server };

/** Listens at once, so that a port which is free now is still ours when there is something to serve. 0: any port. Null where it is taken. */
export function holdPort({ port, host }: { port: number; host: string }): Promise<HeldPort | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address ? address.port : port, server });
    });
  });
}

type Message = { takePort: string } | { heldPort: string };

/** Gives a child process what it asks for by name (`takeHeldPort`): the very port, without a moment at which it is free. */
export function handOver(child: ChildProcess, held: Readonly<Record<string, HeldPort>>): void {
  child.on('message', (message: Message | string) => {
    if (typeof message === 'string' || !('takePort' in message)) return;
    const { takePort: name } = message;
    child.send({ heldPort: name } satisfies Message, held[name]?.server);
  });
}

/** In the child: the port that the process above holds under this name. */
export function takeHeldPort(name: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const hear = (message: Message | string, server: Server | undefined): void => {
      if (typeof message === 'string' || !('heldPort' in message) || message.heldPort !== name) return;
      process.off('message', hear);
      if (server) resolve(server);
      else reject(new Error(`No port is held for "${name}".`));
    };
    process.on('message', hear);
    process.send?.({ takePort: name } satisfies Message);
  });
}
