import type { Response } from 'express';

/**
 * Holds back what a handler writes until it is whole, then sends what `finish` makes of it. Status and headers may still be changed there: none is sent
 * before.
 */
export function holdAnswer(response: Response, finish: (body: Buffer) => Buffer): void {
  const { write, end } = response;
  const chunks: Buffer[] = [];
  const hold = (args: readonly unknown[]): void => {
    const [chunk, encoding] = args;
    if (typeof chunk === 'string') {
      chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    } else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    const told = args.find((one): one is () => void => typeof one === 'function');
    if (told) process.nextTick(told);
  };
  response.write = (...args: unknown[]): boolean => {
    hold(args);
    return true;
  };
  response.end = (...args: unknown[]): Response => {
    hold(args);
    response.write = write;
    response.end = end;
    return response.end(finish(Buffer.concat(chunks)));
  };
}
