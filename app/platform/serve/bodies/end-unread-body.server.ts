import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import onHeaders from 'on-headers';
import { hasBody, statedBytes } from './stated-bytes';

/** What is left unread of a body as short as this is read and thrown away, and the connection kept. */
const MAX_KEPT_BYTES = 64 * 1024;
/** More than the longest form of ours: a browser shows an answer only when it could send all of its form. */
const MAX_DISCARDED_BYTES = 64 * 1024 * 1024;
const MAX_SILENCE_MS = 5_000;

/**
 * For every answer that is given before the body was read, whoever gives it. A body that nobody reads would block its connection: the next request on it
 * waits until the server's patience ends. So the rest of a short one is thrown away, and after a long one the connection ends: the answer goes out at once,
 * what still comes is thrown away (RFC 9112, 9.6: closing at once could destroy an answer that the client has not read), then it is closed.
 */
export function endUnreadBody(): RequestHandler {
  return (request, response, next) => {
    if (!hasBody(request)) return next();
    let isClosing = false;
    onHeaders(response, () => {
      if (request.complete || (isStated(request) && statedBytes(request) <= MAX_KEPT_BYTES)) return;
      isClosing = true;
      response.setHeader('Connection', 'close');
      closeAfterBody(request);
    });
    response.once('finish', () => {
      if (!isClosing && !request.readableEnded) discard(request);
    });
    next();
  };
}

function isStated(request: IncomingMessage): boolean {
  return request.headers['transfer-encoding'] === undefined;
}

/** Node calls destroySoon after an answer that ends the connection. Here it ends our half at once, and the other when the body has come. */
function closeAfterBody(request: IncomingMessage): void {
  const { socket } = request;
  const close = (): void => void socket.destroy();
  socket.destroySoon = () => {
    socket.end();
    if (request.complete) return close();
    request.once('end', close).once('close', close);
    socket.setTimeout(MAX_SILENCE_MS, close);
    let discarded = 0;
    discard(request, (chunk) => {
      discarded += chunk.length;
      if (discarded > MAX_DISCARDED_BYTES) close();
    });
  };
}

/** Whoever began to read it has answered and reads no more: a reader that stopped in the middle would stop the connection too. */
function discard(request: IncomingMessage, each: (chunk: Buffer) => void = () => undefined): void {
  request.removeAllListeners('data');
  request.on('data', each);
  request.resume();
}
