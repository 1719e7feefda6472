import type { Deps } from '#app/platform/deps';
import { sha256Digest } from '../check/digest.server';
import { findEvidence } from './find-evidence.server';
import { writeCertificate } from './certificate';

/**
 * The certificate of a piece of evidence as the file that `npm run verify` takes. Null where there is none of
 * that hash.
 */
export async function certificateFile(
  deps: Pick<Deps, 'db' | 'settings'>,
  hash: string,
): Promise<{ text: string; fileName: string } | null> {
  const found = await findEvidence(deps, hash);
  if (!found) return null;
  const { recordedAt, ...proof } = found;
  const { sha256 } = proof;
  const verifyAt = `${deps.settings.publicUrl}/verify/${sha256}`;
  return {
    text: writeCertificate(proof, { verifyAt, recordedAt }, sha256Digest),
    fileName: `certificate-${sha256.slice(0, 12)}.json`,
  };
}
