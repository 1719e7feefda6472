import { z } from 'zod';
import { isCountryCode } from '../organisations/countries';
import { readPhoneNumber } from '../phone-number';
import { DOCUMENT_KINDS, normaliseNumber } from './identity-document';

export const phoneSchema = z.string().transform((text, context) => {
  const phone = readPhoneNumber(text);
  if (phone !== null) return phone;
  context.addIssue({ code: 'custom', message: 'identity:persons.refusal.phone' });
  return z.NEVER;
});

/** What a person types about the paper that an officer will look at. */
export const identityClaimSchema = z.object({
  kind: z.enum(DOCUMENT_KINDS, { error: 'identity:persons.refusal.kind' }),
  country: z.string().refine(isCountryCode, { error: 'identity:refusal.country' }),
  number: z
    .string()
    .transform(normaliseNumber)
    .refine((number) => number.length >= 5 && number.length <= 40 && /\d/.test(number), {
      error: 'identity:persons.refusal.number',
    }),
  phone: phoneSchema,
});

export type IdentityClaimInput = z.infer<typeof identityClaimSchema>;
