import type { Server } from 'node:http';

/** Ends the connections that wait for another request too. */
export async function endServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
