import { MAX_JSON_BYTES, MAX_JSON_DEPTH } from '#app/platform/http/body-limits';
import { tooDeepPath } from '#app/platform/http/json-depth';
import { badInput, problem } from './api-http.server';
import { duplicateMembers } from './duplicate-members';

const TWICE = 'This member is there twice: send it once';

/** The JSON of a posted body; a Response to throw when it is none, too long, too deep, or not sent as JSON in UTF-8. */
export async function readJson(request: Request): Promise<unknown> {
  const [type = '', ...parameters] = (request.headers.get('Content-Type') ?? '').toLowerCase().split(';');
  if (type.trim() !== 'application/json')
    throw problem(415, 'Send application/json', { accepted: ['application/json'] });
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) throw problem(415, 'Send JSON in UTF-8');
  if (/[^\s,]/.test((request.headers.get('Content-Encoding') ?? '').replace(/identity/gi, '')))
    throw problem(415, 'Send the body as it is, not compressed');
  const text = decoded(await readBytes(request));
  const value = parsed(text);
  const deep = tooDeepPath(value, MAX_JSON_DEPTH);
  if (deep !== null) throw badInput([{ path: deep, code: 'too_deep', message: `More than ${MAX_JSON_DEPTH} levels` }]);
  const issues = duplicateMembers(text).map((path) => ({ path, code: 'duplicate', message: TWICE }));
  if (issues.length > 0) throw badInput(issues);
  return value;
}

async function readBytes(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > MAX_JSON_BYTES) throw problem(413, 'The body is too long', { limit: MAX_JSON_BYTES });
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw problem(400, 'The body is not UTF-8');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const before = text.slice(0, parseInt(position ?? `${text.length}`, 10)).split('\n');
    const detail = `Line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
    throw problem(400, 'The body is not JSON', { detail });
  }
}
