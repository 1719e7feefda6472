import type { IncomingMessage } from 'node:http';

/**
 * The first bytes of a body whose length is stated: all of it, or as much as `maxBytes`. They are put back, so that whoever reads the body afterwards reads
 * it from its beginning. Never resolves where the client breaks off: nobody waits for an answer then.
 */
export function peekBody(
  request: IncomingMessage,
  { statedBytes, maxBytes }: { statedBytes: number; maxBytes: number },
): Promise<Buffer> {
  const wanted = Math.min(statedBytes, maxBytes);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (): void => {
      while (size < wanted) {
        const chunk = request.read() as Buffer | null;
        if (chunk === null) return;
        chunks.push(chunk);
        size += chunk.length;
      }
      request.off('readable', take);
      const bytes = Buffer.concat(chunks);
      request.unshift(bytes);
      // A tick later the stream no longer counts us among its readers.
      process.nextTick(() => resolve(bytes));
    };
    request.on('readable', take);
  });
}
