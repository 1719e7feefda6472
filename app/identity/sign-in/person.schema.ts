import { z } from 'zod';

/** Addresses are kept in lower case: the library looks people up that way. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, { error: 'identity:refusal.email' })
  .pipe(z.email({ error: 'identity:refusal.email' }));

export const personNameSchema = z
  .string()
  .trim()
  .min(2, { error: 'identity:refusal.name' })
  .max(100, { error: 'identity:refusal.name' })
  .refine((name) => !/[\u0000-\u001f\u202a-\u202e\u2066-\u2069<>]/.test(name), { error: 'identity:refusal.name' });

/** NIST SP 800-63B: length counts, no rules of composition; nothing that anybody would try first. */
export const passwordSchema = z
  .string()
  .min(10, { error: 'identity:refusal.passwordShort' })
  .max(128, { error: 'identity:refusal.passwordLong' })
  .refine((password) => new Set(password).size >= 5, { error: 'identity:refusal.passwordWeak' });

export const signUpSchema = z
  .object({ name: personNameSchema, email: emailSchema, password: passwordSchema })
  .refine(({ email, password }) => !password.toLowerCase().includes(email.split('@')[0] ?? email), {
    error: 'identity:refusal.passwordWeak',
    path: ['password'],
  });

/** Who comes by an invitation: the address is the invitation's. */
export const newcomerSchema = z.object({ name: personNameSchema, password: passwordSchema });

export type SignUpInput = z.infer<typeof signUpSchema>;
