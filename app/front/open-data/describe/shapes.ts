import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi';

export type Operation = {
  path: string;
  method: 'get' | 'post';
  /** What a good answer must satisfy; null where it is no JSON. */
  answer: z.ZodType | null;
  /** Address to try; `{lotId}` and `{hash}` stand for those of a lot and of evidence that there are. */
  example: string;
  operation: ZodOpenApiOperationObject;
};

const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional(),
    issues: z
      .array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() }).meta({ id: 'Issue' }))
      .optional()
      .meta({ description: 'Members that are wrong, by their JSON paths (422); at most 50' }),
    furtherIssues: z.int().optional().meta({ description: 'How many more are wrong' }),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457)' });

const REFUSAL: Record<number, string> = {
  304: 'Unchanged: what you have is the newest',
  400: 'The address cannot be read, or the body is not JSON in UTF-8',
  404: 'There is no such thing',
  405: 'Another method than this address takes; Allow names those that it takes',
  406: 'No answer of the kind that was asked for',
  409: 'No usable price or rate, too few sales, or a method that was not in force at knownAt: there is no figure, and why',
  413: 'The body is longer than 256 KiB',
  415: 'The body is not sent as application/json',
  421: 'The request is meant for another host',
  422: 'Some members are wrong; each is named by its path',
  429: 'Too many requests in a minute; Retry-After says when to come back',
};

/** What may be answered instead, as problem+json. */
export function refusals(...statuses: (keyof typeof REFUSAL)[]): Record<string, ZodOpenApiResponseObject> {
  const described = statuses.map((status): [string, ZodOpenApiResponseObject] => [
    String(status),
    {
      description: REFUSAL[status] ?? '',
      ...(status === 304 ? {} : { content: { 'application/problem+json': { schema: problemSchema } } }),
    },
  ]);
  return Object.fromEntries(described);
}

export function json(description: string, schema: z.ZodType): ZodOpenApiResponseObject {
  return { description, content: { 'application/json': { schema } } };
}

/** Of every read. */
export const READ = [304, 400, 405, 406, 421, 429] as const;

export const body = (schema: z.ZodType, example: object) => ({
  required: true,
  content: { 'application/json': { schema, example } },
});
