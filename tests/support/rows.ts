import type { Prisma } from '#app/platform/db/generated/client';
import type { Deps } from '#app/platform/deps';
import { testPerson } from './people';

type Rows = Pick<Deps, 'db' | 'newId' | 'clock'>;

/** Parents for rows of a test that is about something else: what the database asks for, and no more. */
export async function organisationRow(
  { db, newId, clock }: Rows,
  change: Partial<Prisma.OrganisationUncheckedCreateInput> = {},
): Promise<string> {
  const id = change.id ?? newId();
  const names = { name: `Organisation ${id.slice(-6)}`, slug: id };
  const data = { id, kind: 'buyer', countryCode: 'MZ', createdAt: clock.now(), ...names, ...change } as const;
  await db.organisation.create({ data });
  return id;
}

export async function lotRow(
  deps: Deps,
  { cooperativeId, ...change }: Partial<Prisma.LotUncheckedCreateInput> & { cooperativeId: string },
): Promise<string> {
  const id = change.id ?? deps.newId();
  const quantity = change.quantity ?? '1000';
  await deps.db.lot.create({
    data: {
      ...{ id, cooperativeId, number: `T-${id.slice(-12)}`, quantity, availableQuantity: quantity, unit: 'piece' },
      ...{ mineral: 'clay', form: 'bricks', stage: 'manufactured', title: 'Bricks', grades: [] },
      ...{ originCountry: 'MZ', originDistrict: 'Moatize', incoterm: 'EXW', incotermPlace: 'Moatize' },
      ...{ askMinor: 100n, currency: 'USD', leadTimeDays: 7, certificates: [], state: 'listed' },
      createdById: change.createdById ?? (await testPerson(deps)).userId,
      createdAt: deps.clock.now(),
      ...change,
    },
  });
  return id;
}

type OrderParties = { cooperativeId: string; programmeId: string };

/** An order with a lot, a buyer and a person of its own where none are given. */
export async function orderRow(
  deps: Deps,
  { cooperativeId, programmeId, ...change }: Partial<Prisma.OrderUncheckedCreateInput> & OrderParties,
): Promise<string> {
  const id = change.id ?? deps.newId();
  const placedById = change.placedById ?? (await testPerson(deps)).userId;
  const now = deps.clock.now();
  await deps.db.order.create({
    data: {
      ...{ id, number: `T-${id.slice(-12)}`, cooperativeId, programmeId, placedById, placedAt: now, payBy: now },
      lotId: change.lotId ?? (await lotRow(deps, { cooperativeId, createdById: placedById })),
      buyerId: change.buyerId ?? (await organisationRow(deps)),
      ...{ mineral: 'clay', form: 'bricks', stage: 'manufactured', quantity: '1000', unit: 'piece' },
      ...{ priceMinor: 100n, currency: 'USD', feeBps: 0, state: 'placed' },
      ...change,
    },
  });
  return id;
}

/** A paper without a file. */
export async function documentRow(
  { db, newId, clock }: { db: Pick<Deps['db'], 'document'> } & Pick<Deps, 'newId' | 'clock'>,
  change: Partial<Prisma.DocumentUncheckedCreateInput> & { organisationId: string; uploadedById: string },
): Promise<string> {
  const id = change.id ?? newId();
  const file = { fileName: 'a.pdf', contentType: 'application/pdf', sizeBytes: 3, sha256: '0'.repeat(64) };
  const data = { id, kind: 'registration', storageKey: `papers/${id}`, uploadedAt: clock.now(), ...file, ...change };
  await db.document.create({ data });
  return id;
}
