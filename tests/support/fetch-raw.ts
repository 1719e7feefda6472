import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

export type RawAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  wireBytes: number;
  text: string;
};

/**
 * One request (GET, where nothing else is said) as a browser sends it, with the bytes of the body as they
 * came over the wire (gzip), which `fetch` would not tell.
 */
export function fetchRaw(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers: { 'Accept-Encoding': 'gzip', 'Accept-Language': 'en', Accept: 'text/html', ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () => {
          const body = Buffer.concat(chunks);
          const text = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            wireBytes: body.length,
            text: text.toString('utf8'),
          });
        });
      },
    );
    sent.once('error', reject);
    sent.end();
  });
}
