import { fileTypeFromBuffer } from 'file-type';
import type { Actor } from '#app/identity/actor';
import type { Deps } from '#app/platform/deps';
import { checkUploadQuota, type QuotaRefusal } from '#app/platform/files/upload-quota.server';
import { isRepeated } from '#app/platform/db/idempotency.server';
import { ok, refuse, type Refusal, type Result } from '#app/platform/result';
import { documentName, endingOf, isPdf, TYPE_OF_ENDING, type DocumentType } from './document-types';

export type InspectedFile = { bytes: Uint8Array; contentType: DocumentType; fileName: string };
export type FileRefusal =
  | 'file-missing'
  | 'file-too-large'
  | 'file-type'
  | 'file-lies'
  | 'file-broken'
  | 'file-too-heavy'
  | 'file-busy'
  | QuotaRefusal;

type Upload = {
  /** Whose quota it counts against. */
  actor: Pick<Actor, 'userId' | 'organisationId'>;
  file: { name: string; bytes: Uint8Array } | null;
  /** The form's field, for the message. */
  path: string;
  /** The write that the file is for: sent again, it takes nothing of the quota. */
  write?: { key: string; action: string };
};

/**
 * Looks at the content, not at what name or browser say. Pictures are drawn anew in a process of their own: that proves that they are pictures and takes
 * out position, device and everything else that a camera wrote into them.
 */
export async function inspectFile(
  deps: Pick<Deps, 'db' | 'clock' | 'settings' | 'pictures'>,
  { actor, file, path, write }: Upload,
): Promise<Result<InspectedFile, FileRefusal>> {
  if (!file || file.bytes.length === 0) return refuse('file-missing', 'verification:refusal.fileMissing', { path });
  const maxBytes = deps.settings.maxUploadBytes;
  const name = documentName(file.name, null);
  if (file.bytes.length > maxBytes) {
    return refuse('file-too-large', 'verification:refusal.fileTooLarge', {
      path,
      params: { name, megabytes: Math.floor(maxBytes / 1_048_576) },
    });
  }
  const contentType = await sniff(file.bytes);
  if (!contentType) return refuse('file-type', 'verification:refusal.fileType', { path, params: { name } });
  const claimed = TYPE_OF_ENDING[endingOf(file.name)];
  if (claimed && claimed !== contentType) {
    return refuse('file-lies', 'verification:refusal.fileLies', {
      path,
      params: { name, claimed: shortName(claimed), found: shortName(contentType) },
    });
  }
  const quota = await checkUploadQuota(deps, { organisationId: actor.organisationId, bytes: file.bytes.length, path });
  if (!quota.ok && !(write && (await isRepeated(deps.db, { ...write, actorId: actor.userId })))) return quota;
  const fileName = documentName(file.name, contentType);
  if (contentType === 'application/pdf') return ok({ bytes: file.bytes, contentType, fileName });
  const drawn = await deps.pictures.draw({ bytes: file.bytes, type: contentType });
  return drawn.ok
    ? ok({ bytes: drawn.bytes, contentType, fileName })
    : NOT_DRAWN[drawn.why]({ path, params: { name } });
}

type About = { path: string; params: { name: string } };

const NOT_DRAWN = {
  broken: (about: About): Refusal<FileRefusal> => refuse('file-broken', 'verification:refusal.fileBroken', about),
  'too-heavy': (about: About): Refusal<FileRefusal> =>
    refuse('file-too-heavy', 'verification:refusal.fileTooHeavy', about),
  busy: (about: About): Refusal<FileRefusal> => refuse('file-busy', 'verification:refusal.fileBusy', about),
};

async function sniff(bytes: Uint8Array): Promise<DocumentType | null> {
  const found = await fileTypeFromBuffer(bytes);
  const mime = found?.mime;
  if (mime === 'image/jpeg' || mime === 'image/png' || mime === 'image/webp') return mime;
  return isPdf(bytes) ? 'application/pdf' : null;
}

function shortName(type: DocumentType): string {
  return type.split('/')[1]?.toUpperCase() ?? type;
}
