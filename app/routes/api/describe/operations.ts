import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi';
import { lotAnswerSchema, lotQuerySchema, lotsAnswerSchema } from '#app/catalogue/api/lot-answers.schema';
import {
  bandAnswerSchema,
  certificateAnswerSchema,
  methodsAnswerSchema,
  observationsAnswerSchema,
  seriesAnswerSchema,
  valuationAnswerSchema,
} from '#app/pricing/api/answers.schema';
import { bandRequestSchema } from '#app/pricing/bands/band-request.schema';
import { observationsQuerySchema } from '#app/pricing/series/observations-query.schema';
import { valuationSchema } from '#app/pricing/valuation/valuation.schema';
import { BAND_EXAMPLE, VALUATION_EXAMPLE } from './examples';

export type Operation = {
  path: string;
  method: 'get' | 'post';
  /** What a good answer must satisfy; null where it is no JSON. */
  answer: z.ZodType | null;
  /** Address to try, with values of the demo. */
  example: string;
  operation: ZodOpenApiOperationObject;
};

export const problemSchema = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional(),
    issues: z
      .array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() }).meta({ id: 'Issue' }))
      .optional()
      .meta({ description: 'Each member that is wrong, by its JSON path (422)' }),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457)' });

const REFUSAL: Record<number, string> = {
  304: 'Unchanged: what you have is the newest',
  400: 'The body is not JSON in UTF-8',
  404: 'There is no such thing',
  406: 'No answer of the kind that was asked for',
  409: 'No usable price or rate, or too few sales: there is no figure, and why',
  413: 'The body is longer than 256 KiB',
  415: 'The body is not sent as application/json',
  422: 'Some members are wrong; each is named by its path',
  429: 'Too many requests in a minute; Retry-After says when to come back',
};

function refusals(...statuses: (keyof typeof REFUSAL)[]): Record<string, ZodOpenApiResponseObject> {
  const described = statuses.map((status): [string, ZodOpenApiResponseObject] => [
    String(status),
    {
      description: REFUSAL[status] ?? '',
      ...(status === 304 ? {} : { content: { 'application/problem+json': { schema: problemSchema } } }),
    },
  ]);
  return Object.fromEntries(described);
}

function json(description: string, schema: z.ZodType): ZodOpenApiResponseObject {
  return { description, content: { 'application/json': { schema } } };
}

const READ = [304, 406, 429] as const;
const seriesKey = z.string().meta({ description: 'Key of a series', example: 'wb.gold' });
const lotId = z.uuid().meta({ description: 'Id of a lot, from the list' });
const hash = z.string().meta({ description: 'SHA-256 of the evidence, from a certificate', example: '0'.repeat(64) });
const observationsParams = { path: z.object({ seriesKey }), query: observationsQuerySchema };
const body = (schema: z.ZodType, example: object) => ({
  required: true,
  content: { 'application/json': { schema, example } },
});

/** Every address of the API: `/api/v1/openapi.json` and the page /api are made from this, and a test holds it against routes.ts. */
export const OPERATIONS: readonly Operation[] = [
  {
    path: '/api/v1/series',
    method: 'get',
    answer: seriesAnswerSchema,
    example: '/api/v1/series',
    operation: {
      operationId: 'listSeries',
      summary: 'Every reference series, with its newest price',
      description: 'Source, licence, unit, rules of age, the newest value in force and how it moved.',
      responses: { '200': json('All series', seriesAnswerSchema), ...refusals(...READ) },
    },
  },
  {
    path: '/api/v1/series/{seriesKey}/observations',
    method: 'get',
    answer: observationsAnswerSchema,
    example: '/api/v1/series/wb.gold/observations?from=2026-01',
    operation: {
      operationId: 'listObservations',
      summary: 'A series by month',
      description:
        'As known now, or as it was known at an instant (`knownAt`): corrections are new values, old ones are never erased.',
      requestParams: observationsParams,
      responses: {
        '200': json('One row a month, the oldest first', observationsAnswerSchema),
        ...refusals(...READ, 404, 422),
      },
    },
  },
  {
    path: '/api/v1/series/{seriesKey}/observations.csv',
    method: 'get',
    answer: null,
    example: '/api/v1/series/wb.gold/observations.csv',
    operation: {
      operationId: 'downloadObservations',
      summary: 'The same as a table (CSV, RFC 4180)',
      requestParams: observationsParams,
      responses: {
        '200': {
          description: 'Columns period, value, unit, vintage, state, source',
          content: { 'text/csv': { schema: z.string() } },
        },
        ...refusals(...READ, 404, 422),
      },
    },
  },
  {
    path: '/api/v1/valuations',
    method: 'post',
    answer: valuationAnswerSchema,
    example: '/api/v1/valuations',
    operation: {
      operationId: 'value',
      summary: 'Values a lot by the open formula',
      description:
        'Every step can be redone by hand. Nothing is stored, and nothing is assumed: a missing price or rate is refused.',
      requestBody: body(valuationSchema, VALUATION_EXAMPLE),
      responses: {
        '200': json('The value, its steps and what it was made from', valuationAnswerSchema),
        ...refusals(400, 406, 409, 413, 415, 422, 429),
      },
    },
  },
  {
    path: '/api/v1/bands',
    method: 'post',
    answer: bandAnswerSchema,
    example: '/api/v1/bands',
    operation: {
      operationId: 'band',
      summary: 'Floor, fair price and ceiling of a lot',
      description:
        'By a method (`method`), or by the one that covers a product (`mineral` and `form`). With an `ask` it says where that stands.',
      requestBody: body(bandRequestSchema, BAND_EXAMPLE),
      responses: {
        '200': json('The band with the steps of its three values', bandAnswerSchema),
        ...refusals(400, 406, 409, 413, 415, 422, 429),
      },
    },
  },
  {
    path: '/api/v1/methods',
    method: 'get',
    answer: methodsAnswerSchema,
    example: '/api/v1/methods',
    operation: {
      operationId: 'listMethods',
      summary: 'Every price method with its terms and their sources',
      responses: { '200': json('All methods', methodsAnswerSchema), ...refusals(...READ) },
    },
  },
  {
    path: '/api/v1/lots',
    method: 'get',
    answer: lotsAnswerSchema,
    example: '/api/v1/lots?mineral=gold&band=fair',
    operation: {
      operationId: 'listLots',
      summary: 'Lots for sale',
      description:
        'With the filters of the page: a name may stand several times for alternatives. `next` is the cursor of the next page.',
      requestParams: { query: lotQuerySchema },
      responses: { '200': json('One page of 24 lots', lotsAnswerSchema), ...refusals(...READ, 422) },
    },
  },
  {
    path: '/api/v1/lots/{lotId}',
    method: 'get',
    answer: lotAnswerSchema,
    example: '/api/v1/lots/00000000-0000-7000-8000-000000000000',
    operation: {
      operationId: 'getLot',
      summary: 'One lot with its band of today',
      description: 'What its public page shows; never buyers, nor private papers.',
      requestParams: { path: z.object({ lotId }) },
      responses: { '200': json('The lot', lotAnswerSchema), ...refusals(...READ, 404) },
    },
  },
  {
    path: '/api/v1/evidence/{hash}',
    method: 'get',
    answer: certificateAnswerSchema,
    example: `/api/v1/evidence/${'0'.repeat(64)}`,
    operation: {
      operationId: 'getEvidence',
      summary: 'The evidence of a price, as a certificate',
      description:
        'Whoever has the hash can have the evidence and check it offline: `npm run verify -- certificate.json`.',
      requestParams: { path: z.object({ hash }) },
      responses: { '200': json('The certificate', certificateAnswerSchema), ...refusals(...READ, 404) },
    },
  },
  {
    path: '/api/v1/openapi.json',
    method: 'get',
    answer: z.looseObject({ openapi: z.string(), paths: z.looseObject({}) }),
    example: '/api/v1/openapi.json',
    operation: {
      operationId: 'describe',
      summary: 'This description (OpenAPI 3.1)',
      responses: { '200': json('The description', z.looseObject({ openapi: z.string() })), ...refusals(...READ) },
    },
  },
];
