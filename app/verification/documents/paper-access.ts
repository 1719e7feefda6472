import type { OrganisationKind, Role } from '#app/identity/roles';

/** What a paper is there for. Whatever is no paper of a lot, a payout or a price is evidence for a requirement. */
export const PAPER_KINDS = [
  'evidence',
  'lot-photo',
  'lot-assay',
  'lot-certificate',
  'payout-proof',
  'price-evidence',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** How a reader's organisation stands to a paper. One reader may stand in several ways. */
export const RELATIONS = ['owner', 'programme', 'payee', 'buyer-of-order', 'buyer-of-listed-lot', 'anyone'] as const;
export type Relation = (typeof RELATIONS)[number];

type Readers = { readonly [Kind in OrganisationKind]?: readonly Role[] } | 'everyone';

const COOPERATIVE = ['manager', 'treasurer', 'member'] as const;
const BUYER = ['purchaser', 'observer'] as const;
/** Observers of a programme (donors) read figures, never papers. */
const DECIDING_STAFF = ['officer', 'controller'] as const;

const LOT_PAPER = {
  owner: { cooperative: COOPERATIVE },
  programme: { programme: DECIDING_STAFF },
  'buyer-of-order': { buyer: BUYER },
  'buyer-of-listed-lot': { buyer: BUYER },
} as const;

/**
 * Who may open which paper. A relation that is not named is closed. `programme` is the one that accompanies the owner; `payee` the cooperative that a
 * payout went to; both kinds of buyers are accepted ones, with an order of the lot that was not called off, or while the lot is listed; `anyone` means a
 * lot that is or was on sale.
 */
export const PAPER_ACCESS: Record<PaperKind, { readonly [R in Relation]?: Readers }> = {
  evidence: {
    owner: { cooperative: COOPERATIVE, buyer: BUYER, programme: DECIDING_STAFF },
    programme: { programme: DECIDING_STAFF },
  },
  'lot-photo': { owner: { cooperative: COOPERATIVE }, programme: { programme: DECIDING_STAFF }, anyone: 'everyone' },
  'lot-assay': LOT_PAPER,
  'lot-certificate': LOT_PAPER,
  'payout-proof': { owner: { programme: DECIDING_STAFF }, payee: { cooperative: COOPERATIVE } },
  'price-evidence': { owner: { programme: DECIDING_STAFF } },
};

type Reader = { organisationKind: OrganisationKind; role: Role };
export type PaperAccess =
  /** By this relation. */
  | { may: 'open'; by: Relation }
  /** The organisation is concerned, but this role opens no papers. */
  | { may: 'not-this-role' }
  /** For this reader there is no such paper. */
  | { may: 'not-know' };

export function paperAccess(kind: PaperKind, reader: Reader | null, relations: readonly Relation[]): PaperAccess {
  const open = relations.find((relation) => isReader(PAPER_ACCESS[kind][relation], reader));
  if (open) return { may: 'open', by: open };
  const isInside = relations.some((relation) => relation === 'owner' || relation === 'programme');
  return { may: isInside ? 'not-this-role' : 'not-know' };
}

/** Whether a page links the paper for its reader: it asks the same table that opens it. */
export function mayOpenPaper(kind: PaperKind, reader: Reader | null, relation: Relation): boolean {
  return paperAccess(kind, reader, [relation]).may === 'open';
}

function isReader(readers: Readers | undefined, reader: Reader | null): boolean {
  if (readers === undefined) return false;
  if (readers === 'everyone') return true;
  return reader !== null && (readers[reader.organisationKind]?.includes(reader.role) ?? false);
}
