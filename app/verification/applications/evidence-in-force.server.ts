import type { Tx } from '#app/platform/db/connect.server';
import {
  requirementsFor,
  requirementStatus,
  type Requirement,
  type RequirementKey,
  type RequirementStatus,
} from '../requirements';

export type EvidenceFacts = {
  evidenceId: string;
  statement: string | null;
  expiresOn: string | null;
  recordedAt: string;
  document: { documentId: string; fileName: string; contentType: string; sizeBytes: number; sha256: string } | null;
};

export type RequirementLine = Requirement & { status: RequirementStatus; evidence: EvidenceFacts | null };

export type Applicant = { organisationId: string; kind: 'cooperative' | 'buyer'; countryCode: string };

/** Every requirement of an applicant with the evidence in force and whether it counts today. Two queries. */
export async function requirementLines(tx: Tx, applicant: Applicant, today: string): Promise<RequirementLine[]> {
  const { organisationId } = applicant;
  const rows = await tx.evidence.findMany({
    where: { organisationId, replacedAt: null },
    include: { document: { select: { id: true, fileName: true, contentType: true, sizeBytes: true, sha256: true } } },
  });
  const destination = await tx.payoutDestination.findFirst({
    where: { organisationId, retiredAt: null },
    select: { id: true, recordedAt: true },
  });
  const byKey = new Map<string, EvidenceFacts>();
  for (const row of rows) {
    const { document } = row;
    byKey.set(row.requirementKey, {
      evidenceId: row.id,
      statement: row.statement,
      expiresOn: row.expiresOn?.toISOString().slice(0, 10) ?? null,
      recordedAt: row.recordedAt.toISOString(),
      document: document && {
        documentId: document.id,
        fileName: document.fileName,
        contentType: document.contentType,
        sizeBytes: document.sizeBytes,
        sha256: document.sha256,
      },
    });
  }
  if (destination) {
    byKey.set('payout-account' satisfies RequirementKey, {
      evidenceId: destination.id,
      statement: null,
      expiresOn: null,
      recordedAt: destination.recordedAt.toISOString(),
      document: null,
    });
  }
  return requirementsFor(applicant).map((requirement) => {
    const evidence = byKey.get(requirement.key) ?? null;
    return { ...requirement, evidence, status: requirementStatus(evidence, today) };
  });
}

/** The mandatory requirements that do not hold today. */
export function unmet(lines: readonly RequirementLine[]): RequirementLine[] {
  return lines.filter((line) => line.mandatory && line.status !== 'met');
}
