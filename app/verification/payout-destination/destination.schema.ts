import { z } from 'zod';
import { readPhoneNumber } from '#app/identity/phone-number';

export const PAYOUT_METHODS = ['bank', 'mobile-money'] as const;
export type PayoutMethod = (typeof PAYOUT_METHODS)[number];

const plainText = (text: string) => !/[\u0000-\u001f\u202a-\u202e\u2066-\u2069<>]/.test(text);

/** Blanks and dashes that people type into long numbers are left out. */
const accountNumber = z.string().transform((text) => text.replace(/[\s.-]/g, '').toUpperCase());

export const destinationSchema = z
  .object({
    method: z.enum(PAYOUT_METHODS, { error: 'verification:refusal.method' }),
    provider: z
      .string()
      .trim()
      .min(2, { error: 'verification:refusal.provider' })
      .max(80, { error: 'verification:refusal.provider' })
      .refine(plainText, { error: 'verification:refusal.provider' }),
    holder: z
      .string()
      .trim()
      .min(3, { error: 'verification:refusal.holder' })
      .max(120, { error: 'verification:refusal.holder' })
      .refine(plainText, { error: 'verification:refusal.holder' }),
    accountNumber,
  })
  .superRefine(({ method, accountNumber: number }, context) => {
    if (method === 'bank' && !isBankAccount(number)) {
      context.addIssue({ code: 'custom', path: ['accountNumber'], message: 'verification:refusal.bankAccount' });
    }
    // As it is kept: what has to be read in another way first is sent to somebody else.
    if (method === 'mobile-money' && readPhoneNumber(number) !== number) {
      context.addIssue({ code: 'custom', path: ['accountNumber'], message: 'verification:refusal.mobileNumber' });
    }
  });

export type DestinationInput = z.infer<typeof destinationSchema>;

/** National numbers of 5 to 34 letters and digits; one in the shape of an IBAN must have right check digits (ISO 13616). */
function isBankAccount(number: string): boolean {
  if (!/^[A-Z0-9]{5,34}$/.test(number) || !/\d/.test(number)) return false;
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(number)) return true;
  const digits = (number.slice(4) + number.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
}

/** Its last four characters: enough to recognise one's own account. */
export function maskAccount(number: string): string {
  return `•••• ${number.slice(-4)}`;
}

/** Whether the holder is the organisation itself: letters and digits alike, whatever case and accents. */
export function isOwnName(holder: string, organisationName: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  return plain(holder) === plain(organisationName);
}
