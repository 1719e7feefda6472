import { createServer, type RequestListener, type Server } from 'node:http';

/** Listens or says why not in a sentence that names the remedy. */
export function listen(handler: RequestListener, { host, port }: { host: string; port: number }): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    // A client that sends its headers or body drop by drop is cut off.
    server.headersTimeout = 15_000;
    server.requestTimeout = 60_000;
    // Longer than proxies keep an idle connection (60 s): the one that closes first must not be the server, or a request already on its way is lost.
    server.keepAliveTimeout = 75_000;
    server.once('error', (error: NodeJS.ErrnoException) => {
      const busy = `Port ${port} is taken. Stop what listens there, or choose another with PORT=…`;
      reject(error.code === 'EADDRINUSE' ? new Error(busy) : error);
    });
    server.listen(port, host, () => resolve(server));
  });
}
