import { connect } from 'node:net';

type SocketAnswer = { status: number; headers: Headers; body: string };
export type RawSocket = {
  send(bytes: string | Buffer): void;
  /** The next answer, whole. Null where the server ended the connection before. */
  answer(): Promise<SocketAnswer | null>;
  /** How the connection ended. */
  ended: Promise<'closed' | 'reset'>;
  close(): void;
};

/**
 * One connection, kept for several requests that are written byte by byte: what no client library would send.
 */
export function rawSocket(url: string): RawSocket {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number.parseInt(port, 10), allowHalfOpen: true });
  let received = Buffer.alloc(0);
  let isOver = false;
  let wake: () => void = () => undefined;
  const tell = (): void => wake();
  socket.on('data', (chunk) => {
    received = Buffer.concat([received, chunk]);
    tell();
  });
  const ended = new Promise<'closed' | 'reset'>((resolve) => {
    socket.once('error', () => resolve('reset'));
    socket.once('end', () => resolve('closed'));
    socket.once('close', () => resolve('closed'));
  }).finally(() => {
    isOver = true;
    tell();
  });
  return {
    send: (bytes) => void socket.write(bytes),
    async answer() {
      for (;;) {
        const read = readAnswer(received);
        if (read) {
          received = received.subarray(read.length);
          return read.answer;
        }
        if (isOver) return null;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    ended,
    close: () => socket.destroy(),
  };
}

function readAnswer(bytes: Buffer): { answer: SocketAnswer; length: number } | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const [first = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const headers = new Headers(
    lines.map((line): [string, string] => [line.split(':', 1)[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]),
  );
  const status = Number.parseInt(first.split(' ')[1] ?? '', 10);
  const start = headEnd + 4;
  if (headers.get('transfer-encoding') === 'chunked') {
    const end = bytes.indexOf('0\r\n\r\n', start);
    if (end === -1) return null;
    return { answer: { status, headers, body: bytes.subarray(start, end).toString() }, length: end + 5 };
  }
  const end = start + Number.parseInt(headers.get('content-length') ?? '0', 10);
  if (bytes.length < end) return null;
  return { answer: { status, headers, body: bytes.subarray(start, end).toString() }, length: end };
}
