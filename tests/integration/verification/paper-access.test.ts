import { afterAll, describe, expect, it } from 'vitest';
import { readerOfLot } from '#app/catalogue/show-lot/reader-of-lot.server';
import type { Actor } from '#app/identity/actor';
import type { Role } from '#app/identity/roles';
import { getDocument } from '#app/verification/documents/get-document.server';
import { PAPER_KINDS, type PaperKind } from '#app/verification/documents/paper-access';
import { acceptOrganisation, testOrganisation } from '#tests/support/people';
import { documentRow, lotRow, orderRow } from '#tests/support/rows';
import { testDeps } from '#tests/support/test-deps';

/** Who asks, in the order of the columns. */
const READERS = [
  'nobody',
  'manager',
  'treasurer',
  'member',
  'other cooperative',
  'officer',
  'controller',
  'observer',
  'other programme',
  'waiting buyer',
  'accepted purchaser',
  'accepted observer',
  'buyer with an order',
  'buyer whose order expired',
  'rejected buyer with an order',
] as const;

/**
 * o opens, r the role opens no papers, . there is no such paper. Columns: nobody | cooperative and another |
 * programme and another | buyers
 */
const TABLE: Record<string, string> = {
  'evidence of the cooperative': '. | o o o . | o o r . | . . . . . .',
  'lot-photo, draft': '. | o o o . | o o r . | . . . . . .',
  'lot-photo, submitted': '. | o o o . | o o r . | . . . . . .',
  'lot-photo, listed': 'o | o o o o | o o o o | o o o o o o',
  'lot-photo, sold': 'o | o o o o | o o o o | o o o o o o',
  'lot-photo, closed': 'o | o o o o | o o o o | o o o o o o',
  'lot-photo, withdrawn': '. | o o o . | o o r . | . . . . . .',
  'lot-photo, expired': '. | o o o . | o o r . | . . . . . .',
  'lot-assay, draft': '. | o o o . | o o r . | . . . . . .',
  'lot-assay, submitted': '. | o o o . | o o r . | . . . . . .',
  'lot-assay, listed': '. | o o o . | o o r . | . o o o o .',
  'lot-assay, sold': '. | o o o . | o o r . | . . . o . .',
  'lot-assay, closed': '. | o o o . | o o r . | . . . o . .',
  'lot-assay, withdrawn': '. | o o o . | o o r . | . . . o . .',
  'lot-assay, expired': '. | o o o . | o o r . | . . . o . .',
  'lot-certificate, draft': '. | o o o . | o o r . | . . . . . .',
  'lot-certificate, submitted': '. | o o o . | o o r . | . . . . . .',
  'lot-certificate, listed': '. | o o o . | o o r . | . o o o o .',
  'lot-certificate, sold': '. | o o o . | o o r . | . . . o . .',
  'lot-certificate, closed': '. | o o o . | o o r . | . . . o . .',
  'lot-certificate, withdrawn': '. | o o o . | o o r . | . . . o . .',
  'lot-certificate, expired': '. | o o o . | o o r . | . . . o . .',
  'payout-proof of the programme': '. | o o o . | o o r . | . . . . . .',
  'payout-proof of a cost of a bank': '. | o o o . | o o r . | . . . . . .',
  'payout-proof of money that came back': '. | o o o . | o o r . | . . . . . .',
  'price-evidence of the programme': '. | . . . . | o o r . | . . . . . .',
};
const STATES = ['draft', 'submitted', 'listed', 'sold', 'closed', 'withdrawn', 'expired'] as const;
/** Nobody orders what was never on sale. */
const HAS_ORDERS: readonly string[] = ['listed', 'sold', 'closed', 'withdrawn', 'expired'];

describe('who may open which paper', async () => {
  const deps = await testDeps();
  afterAll(() => deps.db.$disconnect());
  const now = deps.clock.now();
  const made = async <R extends Role>(
    kind: 'cooperative' | 'buyer' | 'programme',
    roles: readonly R[],
    { programmeId = null, accepted = true }: { programmeId?: string | null; accepted?: boolean } = {},
  ) => {
    const organisation = await testOrganisation(deps, { kind, roles, programmeId });
    if (accepted && kind !== 'programme') await acceptOrganisation(deps, organisation.organisationId);
    return organisation;
  };
  const programme = await made('programme', ['officer', 'controller', 'observer']);
  const { organisationId: programmeId } = programme;
  const cooperative = await made('cooperative', ['manager', 'treasurer', 'member'], { programmeId });
  const { organisationId: cooperativeId } = cooperative;
  const buyer = await made('buyer', ['purchaser', 'observer'], { programmeId });
  const ordered = await made('buyer', ['purchaser'], { programmeId });
  const expired = await made('buyer', ['purchaser'], { programmeId });
  const rejected = await made('buyer', ['purchaser'], { programmeId, accepted: false });
  const readers: Record<(typeof READERS)[number], Actor | null> = {
    nobody: null,
    ...cooperative.as,
    ...programme.as,
    'other cooperative': (await made('cooperative', ['manager'], { programmeId })).as.manager,
    'other programme': (await made('programme', ['controller'])).as.controller,
    'waiting buyer': (await made('buyer', ['purchaser'], { programmeId, accepted: false })).as.purchaser,
    'accepted purchaser': buyer.as.purchaser,
    'accepted observer': buyer.as.observer,
    'buyer with an order': ordered.as.purchaser,
    'buyer whose order expired': expired.as.purchaser,
    'rejected buyer with an order': rejected.as.purchaser,
  };

  const { userId: someone } = programme.as.officer;

  async function paper(kind: string, organisationId: string): Promise<string> {
    const id = await documentRow(deps, { organisationId, kind, uploadedById: someone });
    const { storageKey } = await deps.db.document.findUniqueOrThrow({ where: { id } });
    await deps.files.put(storageKey, new TextEncoder().encode('pdf'));
    return id;
  }

  async function paperOfLot(kind: string, state: (typeof STATES)[number]): Promise<string> {
    const lotId = await lotRow(deps, { cooperativeId, state, createdById: someone });
    const documentId = await paper(`lot-${kind}`, cooperativeId);
    await deps.db.lotDocument.create({ data: { lotId, documentId, kind } });
    if (!HAS_ORDERS.includes(state)) return documentId;
    for (const [{ organisationId: buyerId }, orderState] of [
      [ordered, 'paid'],
      [rejected, 'paid'],
      [expired, 'expired'],
    ] as const) {
      await orderRow(deps, { lotId, cooperativeId, buyerId, programmeId, placedById: someone, state: orderState });
    }
    return documentId;
  }

  const ask = (actor: Actor | null, documentId: string) =>
    getDocument(deps, { actor, documentId }).then(
      () => 'o',
      (error: { status?: number }) => (error.status === 403 ? 'r' : error.status === 404 ? '.' : String(error)),
    );
  async function row(documentId: string): Promise<string> {
    const cells: string[] = [];
    for (const name of READERS) cells.push(await ask(readers[name], documentId));
    const part = (from: number, to: number) => cells.slice(from, to).join(' ');
    return [part(0, 1), part(1, 5), part(5, 9), part(9, 15)].join(' | ');
  }

  it('is said for every kind in every cell', async () => {
    const rows: Record<string, string> = {
      'evidence of the cooperative': await row(await paper('registration', cooperativeId)),
      'price-evidence of the programme': await row(await paper('price-evidence', programmeId)),
    };
    const proof = await paper('payout-proof', programmeId);
    const destinationId = deps.newId();
    await deps.db.payoutDestination.create({
      data: {
        ...{ id: destinationId, organisationId: cooperativeId, method: 'bank', provider: 'CRDB', holder: 'C' },
        ...{ accountNumber: '1', recordedById: someone, recordedAt: now },
      },
    });
    const payout = {
      id: deps.newId(),
      number: 'P-1',
      orderId: await orderRow(deps, { cooperativeId, programmeId }),
      cooperativeId,
      programmeId,
      destinationId,
    };
    const sum = { amountMinor: 1n, currency: 'USD', preparedById: someone, preparedAt: now, proofDocumentId: proof };
    const cost = await paper('payout-proof', programmeId);
    const back = await paper('payout-proof', programmeId);
    await deps.db.payout.create({
      data: { ...payout, ...sum, state: 'confirmed', costDocumentId: cost, backDocumentId: back },
    });
    rows['payout-proof of the programme'] = await row(proof);
    rows['payout-proof of a cost of a bank'] = await row(cost);
    rows['payout-proof of money that came back'] = await row(back);
    for (const kind of ['photo', 'assay', 'certificate'])
      for (const state of STATES) rows[`lot-${kind}, ${state}`] = await row(await paperOfLot(kind, state));
    expect(rows).toEqual(TABLE);
    const walked = new Set(Object.keys(TABLE).map((name) => name.split(/,| of /)[0] as PaperKind));
    expect([...walked].sort()).toEqual([...PAPER_KINDS].sort());
  });

  it('and the page of a lot links its papers for those who may open them', async () => {
    for (const state of STATES) {
      const documentId = await paperOfLot('assay', state);
      const { lotId } = await deps.db.lotDocument.findFirstOrThrow({ where: { documentId } });
      for (const name of READERS) {
        const reader = readers[name];
        const { opensPapers } = await readerOfLot(deps.db, { reader, lot: { id: lotId, cooperativeId, state } });
        expect([state, name, opensPapers]).toEqual([state, name, (await ask(reader, documentId)) === 'o']);
      }
    }
  });

  it('and what staff open is in the audit log, what others open is not', async () => {
    const documentId = await paper('registration', cooperativeId);
    const { officer, observer, manager } = readers;
    for (const actor of [officer, manager, observer]) await ask(actor, documentId);
    const entries = await deps.db.auditEntry.findMany({ where: { subjectId: documentId } });
    expect(entries).toMatchObject([
      { action: 'document:open', userId: officer?.userId, detail: { kind: 'evidence', by: 'programme' } },
    ]);
    const photo = await paperOfLot('photo', 'listed');
    for (const actor of [officer, readers['other programme']]) expect(await ask(actor, photo)).toBe('o');
    expect(await deps.db.auditEntry.count({ where: { subjectId: photo } })).toBe(0);
  });
});
