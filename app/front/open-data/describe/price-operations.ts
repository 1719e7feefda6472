import { bandAnswerSchema, methodsAnswerSchema, valuationAnswerSchema } from '#app/valuation/api/answers.schema';
import { bandRequestSchema } from '#app/valuation/api/band-request.schema';
import { valuationSchema } from '#app/valuation/formula/valuation.schema';
import { BAND_EXAMPLE, VALUATION_EXAMPLE } from './examples';
import { body, json, READ, refusals, type Operation } from './shapes';

/** The formula, the bands and the methods behind them. */
export const PRICE_OPERATIONS: readonly Operation[] = [
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
        ...refusals(400, 405, 406, 409, 413, 415, 421, 422, 429),
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
        ...refusals(400, 405, 406, 409, 413, 415, 421, 422, 429),
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
      responses: { '200': json('All methods', methodsAnswerSchema), ...refusals(...READ, 422) },
    },
  },
];
