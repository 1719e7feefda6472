import { z } from 'zod';
import { isCountryCode } from '../organisations/countries';
import { DOCUMENT_KINDS, normaliseNumber } from './identity-document';

/** Blanks, dashes and brackets that people type into phone numbers are left out; E.164: a country code and at most 15 digits in all. */
export const phoneSchema = z
  .string()
  .transform((text) =>
    text
      .normalize('NFKC')
      .replace(/[\s().\-\u2010-\u2015]/g, '')
      .replace(/^00/, '+'),
  )
  .refine((phone) => /^\+[1-9]\d{7,14}$/.test(phone), { error: 'identity:persons.refusal.phone' });

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
