import type { OrganisationKind, Role } from './roles';

/** Who asks: a signed-in person in the organisation that he or she works for at the moment. */
export type Actor = {
  userId: string;
  name: string;
  organisationId: string;
  organisationName: string;
  organisationKind: OrganisationKind;
  role: Role;
  /** The programme that accompanies the organisation; for staff their own programme; null for a buyer without one. */
  programmeId: string | null;
  /** The person's language. */
  locale: string;
  countryCode: string;
  /** The organisation's own currency, ISO 4217. */
  currency: string;
};

/** A signed-in person, who may not belong to an organisation yet. */
export type Person = {
  userId: string;
  name: string;
  email: string;
  locale: string;
  /** Whether the mailbox is proven: before that an account does nothing for an organisation. */
  emailVerified: boolean;
  sessionId: string;
  /** Null until the person has founded or joined an organisation. */
  actor: Actor | null;
};
