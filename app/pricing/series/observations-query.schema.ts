import { z } from 'zod';
import { knownAtInstant } from '../valuation/valuation.schema';

const month = z
  .string()
  .regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/, 'A month as YYYY-MM')
  .refine((text) => text >= '0001-01', 'A month as YYYY-MM')
  .nullish()
  .transform((value) => value ?? null);

/** The query of GET /api/v1/series/{key}/observations. */
export const observationsQuerySchema = z.strictObject({ from: month, to: month, knownAt: knownAtInstant });
