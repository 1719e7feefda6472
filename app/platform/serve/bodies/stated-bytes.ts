import type { IncomingMessage } from 'node:http';

type Head = Pick<IncomingMessage, 'headers'>;

/** How long a body says it is; Node refuses what is no length, and reads no more than is said. */
export function statedBytes({ headers }: Head): number {
  return Number.parseInt(headers['content-length'] ?? '0', 10);
}

export function hasBody(request: Head): boolean {
  return request.headers['transfer-encoding'] !== undefined || statedBytes(request) > 0;
}
