import type { RequestListener, Server, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** How long nothing may be under way before a server counts as quiet: a request may already be in its socket. */
const QUIET_MS = 50;

export type Drain = {
  isDraining(): boolean;
  /** Counts the requests of a server, so that none is cut when it ends. */
  watch(handler: RequestListener): RequestListener;
  /** From here on readiness says no, and every answer closes its connection. Requests are still taken. */
  begin(): void;
  /** Stops listening, waits until what is under way is answered, then ends all connections. Says how many were cut off. */
  finish(server: Server, options: { withinMs: number }): Promise<{ cut: number }>;
};

/** The end of a web process without cutting anybody off: begin, give proxies time to notice, finish. */
export function createDrain(): Drain {
  const underWay = new Set<ServerResponse>();
  let draining = false;
  return {
    isDraining: () => draining,
    watch: (handler) => (request, response) => {
      underWay.add(response);
      response.once('close', () => underWay.delete(response));
      if (draining) closeAfter(response);
      handler(request, response);
    },
    begin() {
      draining = true;
      for (const response of underWay) closeAfter(response);
    },
    async finish(server, { withinMs }) {
      const deadline = Date.now() + withinMs;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      let cut = countOf(server, underWay);
      for (let quiet = 0; quiet < 2 && Date.now() < deadline; cut = countOf(server, underWay)) {
        quiet = cut === 0 ? quiet + 1 : 0;
        await wait(QUIET_MS);
      }
      // What is left now waits for nothing (opened ahead by a browser), or had its time.
      server.closeAllConnections();
      await closed;
      return { cut };
    },
  };
}

/** A connection that is kept for another request would outlive the server. */
function closeAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
  else response.once('finish', () => response.req.socket.end());
}

function countOf(server: Server, underWay: ReadonlySet<ServerResponse>): number {
  const isOf = ({ req }: ServerResponse) => (req.socket as { server?: Server }).server === server;
  return [...underWay].filter(isOf).length;
}
