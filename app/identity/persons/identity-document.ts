/** Papers with a number that a state gives to one human being. */
export const DOCUMENT_KINDS = ['national_id', 'passport', 'voter_card', 'driving_licence', 'residence_permit'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** `number` is as `normaliseNumber` leaves it. */
export type IdentityDocument = { kind: DocumentKind; country: string; number: string };

/** Letters and digits alone, in one case: `Ab 12-34` and `AB1234` are one paper. */
export function normaliseNumber(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
