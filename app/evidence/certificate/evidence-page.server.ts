import type { Deps } from '#app/platform/deps';
import { evidenceContent, type EvidenceContent } from './evidence-content';
import { checkEvidence, readContent, type Check } from '../check/check-evidence';
import { sha256Digest } from '../check/digest.server';
import { findEvidence, type FoundEvidence } from './find-evidence.server';

export type EvidencePage = {
  sha256: string;
  recordedAt: string;
  canonical: string;
  inclusion: FoundEvidence['inclusion'];
  checks: Check[];
  content: EvidenceContent | null;
};

/** A piece of evidence with everything about it worked out anew. Null where nobody has stored it here. */
export async function evidencePage(deps: Pick<Deps, 'db'>, hash: string): Promise<EvidencePage | null> {
  const found = await findEvidence(deps, hash);
  if (!found) return null;
  const { sha256, canonical, inclusion, recordedAt } = found;
  return {
    ...{ sha256, recordedAt, canonical, inclusion },
    checks: checkEvidence(found, sha256Digest),
    content: evidenceContent(readContent(canonical)),
  };
}
