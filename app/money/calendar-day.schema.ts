import { z } from 'zod';

export const isoDate = z.iso
  .date({ error: 'A date as YYYY-MM-DD' })
  .refine((day) => day >= '1900', { error: 'A date from 1900 on', params: { code: 'too_early' } });

/** An instant with its offset. Null or absent means "as known now". */
export const knownAtInstant = z.iso
  .datetime({ offset: true, error: 'An instant such as 2026-06-02T10:00:00Z' })
  .refine((text) => text >= '1900', { error: 'An instant from 1900 on', params: { code: 'too_early' } })
  .nullish()
  .transform((value) => value ?? null);
