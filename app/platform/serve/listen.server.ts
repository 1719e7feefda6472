import { createServer, type RequestListener, type Server } from 'node:http';
import { Server as HeldServer } from 'node:net';
import { ExpectedError } from '../expected-error';

type Place = { host: string; port: number; setting?: string };

/** Listens (also on a port that is held already: hold-port), or says why not in a sentence that names the remedy. */
export function listen(handler: RequestListener, place: Place | HeldServer): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    // A client that sends its headers drop by drop is cut off. A body has the time that photos need on a slow
    // network (6 MB at 100 kbit/s take 8 minutes), and is cut off when nothing of it comes for 90 s.
    server.headersTimeout = 15_000;
    server.requestTimeout = 600_000;
    server.setTimeout(90_000);
    // Longer than proxies keep an idle connection (60 s): the one that closes first must not be the server, or a request already on its way is lost.
    server.keepAliveTimeout = 75_000;
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' || place instanceof HeldServer) return reject(error);
      const { port, setting = 'PORT' } = place;
      reject(new ExpectedError(`Port ${port} is taken. Stop what listens there, or choose another with ${setting}=…`));
    });
    if (place instanceof HeldServer) server.listen(place, () => resolve(server));
    else server.listen(place.port, place.host, () => resolve(server));
  });
}
