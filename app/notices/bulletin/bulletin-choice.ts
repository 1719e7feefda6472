import { z } from 'zod';
import { readPhoneNumber } from '#app/identity/phone-number';
import { isLocale } from '#app/platform/i18n/locales';

/** What a bulletin may tell of: commodities with an open reference series. */
export const BULLETIN_MINERALS = ['gold', 'silver', 'platinum', 'tin', 'copper', 'lead', 'zinc', 'nickel'] as const;
export type BulletinMineral = (typeof BULLETIN_MINERALS)[number];

/** More would not fit two messages. */
const MOST_MINERALS = 4;

const phone = z.string().transform((text, context) => {
  const read = readPhoneNumber(text);
  if (read !== null) return read;
  context.addIssue({ code: 'custom', message: 'pricing:bulletin.badPhone' });
  return z.NEVER;
});

export const bulletinChoiceSchema = z.object({
  active: z.boolean(),
  phone,
  locale: z.string().refine(isLocale, 'pricing:bulletin.badLanguage'),
  minerals: z
    .array(z.enum(BULLETIN_MINERALS))
    .min(1, 'pricing:bulletin.noMineral')
    .max(MOST_MINERALS, 'pricing:bulletin.tooMany')
    .transform((chosen) => BULLETIN_MINERALS.filter((mineral) => chosen.includes(mineral))),
});

export type BulletinChoice = z.output<typeof bulletinChoiceSchema>;
