import type { DocumentKind } from './identity-document';
import type { Tx } from '#app/platform/db/connect.server';
import type { Deps } from '#app/platform/deps';
import { refuse, ok, type Result } from '#app/platform/result';

/** Hashes under each key in use, the present one first (hash-identity.server.ts). */
type SeenPerson = {
  userId: string;
  documentKind: DocumentKind;
  documentCountry: string;
  documentHashes: string[];
  phoneHashes: string[];
  phoneVerifiedAt: Date;
  /** Null: the operator of this installation. */
  seenById: string | null;
};

/**
 * Says that an account belongs to the human being on a paper. A number that is known already is the same person: a second account makes no
 * second person. For use cases that have decided already.
 */
export async function linkPerson(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'newId'>,
  seen: SeenPerson,
): Promise<Result<{ personId: string }, 'phone-taken'>> {
  const { documentKind, documentCountry, documentHashes, phoneHashes, phoneVerifiedAt, seenById, userId } = seen;
  const [documentHash = ''] = documentHashes;
  const [phoneHash = ''] = phoneHashes;
  // Two accounts of one person, confirmed at one moment, wait for each other; so do two persons with one phone.
  for (const key of [documentHash, phoneHash].toSorted())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`person:${key}`}, 0))`;
  const known = await tx.person.findFirst({
    where: { documentKind, documentCountry, documentHash: { in: documentHashes } },
    select: { id: true },
  });
  const holder = await tx.person.findFirst({ where: { phoneHash: { in: phoneHashes } }, select: { id: true } });
  if (holder && holder.id !== known?.id) return refuse('phone-taken', 'identity:persons.refusal.phoneTaken');
  const now = deps.clock.now();
  const facts = { documentHash, phoneHash, phoneVerifiedAt };
  const person = known
    ? await tx.person.update({ where: { id: known.id }, data: facts })
    : await tx.person.create({
        data: { id: deps.newId(), documentKind, documentCountry, ...facts, seenById, seenAt: now },
      });
  await tx.user.update({ where: { id: userId }, data: { personId: person.id } });
  return ok({ personId: person.id });
}
