import { z } from 'zod';
import { observationsAnswerSchema, seriesAnswerSchema } from '#app/valuation/api/answers.schema';
import { observationsQuerySchema } from '#app/prices/series/observations-query.schema';
import { json, READ, refusals, type Operation } from './shapes';

const seriesKey = z.string().meta({ description: 'Key of a series', example: 'wb.gold' });
const observationsParams = { path: z.object({ seriesKey }), query: observationsQuerySchema };

/** Reference prices. */
export const SERIES_OPERATIONS: readonly Operation[] = [
  {
    path: '/api/v1/series',
    method: 'get',
    answer: seriesAnswerSchema,
    example: '/api/v1/series',
    operation: {
      operationId: 'listSeries',
      summary: 'Every reference series, with its newest price',
      description: 'Source, licence, unit, rules of age, the newest value in force and how it moved.',
      responses: { '200': json('All series', seriesAnswerSchema), ...refusals(...READ, 422) },
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
        'As known now, or as it was known at an instant (`knownAt`): corrections are new values, old ones are never erased. Nothing is answered of the future.',
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
];
