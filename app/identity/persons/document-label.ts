import type { DocumentKind } from './identity-document';

export const DOCUMENT_LABEL = {
  national_id: 'identity:persons.document.national_id',
  passport: 'identity:persons.document.passport',
  voter_card: 'identity:persons.document.voter_card',
  driving_licence: 'identity:persons.document.driving_licence',
  residence_permit: 'identity:persons.document.residence_permit',
} as const satisfies Record<DocumentKind, string>;
