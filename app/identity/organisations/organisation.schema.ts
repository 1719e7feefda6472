import { z } from 'zod';
import { isOffered } from '#app/money/currency';
import { isCountryCode } from './countries';

const plainText = (text: string) => !/[\u0000-\u001f\u202a-\u202e\u2066-\u2069<>]/.test(text);

/** What a person types to found an organisation. A programme is not founded here: the operator sets it up. */
export const organisationSchema = z.object({
  kind: z.enum(['cooperative', 'buyer'], { error: 'identity:refusal.kind' }),
  name: z
    .string()
    .trim()
    .min(3, { error: 'identity:refusal.organisationName' })
    .max(120, { error: 'identity:refusal.organisationName' })
    .refine(plainText, { error: 'identity:refusal.organisationName' }),
  countryCode: z.string().refine(isCountryCode, { error: 'identity:refusal.country' }),
  district: z
    .string()
    .trim()
    .min(2, { error: 'identity:refusal.district' })
    .max(80, { error: 'identity:refusal.district' })
    .refine(plainText, { error: 'identity:refusal.district' }),
  currency: z.string().refine(isOffered, { error: 'identity:refusal.currency' }),
  programmeId: z.uuid({ error: 'identity:refusal.programme' }),
  womenLed: z.boolean(),
});
