import { badInput, problem } from './api-http.server';
import { duplicateMembers } from './duplicate-members';

const MOST_BYTES = 256 * 1024;
/** A valuation is five levels deep; what is deeper is not meant for us. */
const DEEPEST = 20;
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
  const deep = tooDeep(value);
  if (deep !== null) throw badInput([{ path: deep, code: 'too_deep', message: `More than ${DEEPEST} levels` }]);
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
    if (size > MOST_BYTES) throw problem(413, 'The body is too long', { limit: MOST_BYTES });
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

/** Where a value lies deeper than anything of ours; walked without recursion, since depth is what it looks for. */
function tooDeep(value: unknown): string | null {
  const waiting: { value: unknown; path: string; depth: number }[] = [{ value, path: '', depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    if (next.depth >= DEEPEST) return next.path;
    for (const [key, inner] of Object.entries(next.value))
      waiting.push({ value: inner, path: next.path === '' ? key : `${next.path}.${key}`, depth: next.depth + 1 });
  }
  return null;
}
