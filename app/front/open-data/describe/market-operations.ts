import { z } from 'zod';
import { lotAnswerSchema, lotQuerySchema, lotsAnswerSchema } from '#app/catalogue/api/lot-answers.schema';
import { certificateAnswerSchema } from '#app/valuation/api/answers.schema';
import { json, READ, refusals, type Operation } from './shapes';

const lotId = z.uuid().meta({ description: 'Id of a lot, from the list' });
const hash = z.string().meta({ description: 'SHA-256 of the evidence, from a certificate' });

/** What is for sale, evidence of what was sold, and this description. */
export const MARKET_OPERATIONS: readonly Operation[] = [
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
    example: '/api/v1/lots/{lotId}',
    operation: {
      operationId: 'getLot',
      summary: 'One lot with its band of today',
      description: 'What its public page shows; never buyers, nor private papers.',
      requestParams: { path: z.object({ lotId }) },
      responses: { '200': json('The lot', lotAnswerSchema), ...refusals(...READ, 404, 422) },
    },
  },
  {
    path: '/api/v1/evidence/{hash}',
    method: 'get',
    answer: certificateAnswerSchema,
    example: '/api/v1/evidence/{hash}',
    operation: {
      operationId: 'getEvidence',
      summary: 'The evidence of a price, as a certificate',
      description:
        'Whoever has the hash can have the evidence and check it offline: `npm run verify -- certificate.json`.',
      requestParams: { path: z.object({ hash }) },
      responses: { '200': json('The certificate', certificateAnswerSchema), ...refusals(...READ, 404, 422) },
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
      responses: { '200': json('The description', z.looseObject({ openapi: z.string() })), ...refusals(...READ, 422) },
    },
  },
];
