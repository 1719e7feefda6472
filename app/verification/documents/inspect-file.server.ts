import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { ok, refuse, type Result } from '#app/platform/result';
import { documentName, endingOf, TYPE_OF_ENDING, type DocumentType } from './document-types';

export type InspectedFile = { bytes: Uint8Array; contentType: DocumentType; fileName: string };
export type FileRefusal = 'file-missing' | 'file-too-large' | 'file-type' | 'file-lies' | 'file-broken';

// A picture of 60 megapixels is more than any phone takes; a decompression bomb is more than that.
const MOST_PIXELS = 60_000_000;
const LONGEST_EDGE = 3000;

/**
 * Looks at the content, not at what name or browser say. Pictures are drawn anew: that proves that they are pictures and takes out
 * position, device and everything else that a camera wrote into them. `path` is the form's field, for the message.
 */
export async function inspectFile(
  file: { name: string; bytes: Uint8Array } | null,
  { maxBytes, path }: { maxBytes: number; path: string },
): Promise<Result<InspectedFile, FileRefusal>> {
  if (!file || file.bytes.length === 0) return refuse('file-missing', 'verification:refusal.fileMissing', { path });
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
  const bytes = contentType === 'application/pdf' ? wholePdf(file.bytes) : await redraw(file.bytes, contentType);
  if (!bytes) return refuse('file-broken', 'verification:refusal.fileBroken', { path, params: { name } });
  return ok({ bytes, contentType, fileName: documentName(file.name, contentType) });
}

async function sniff(bytes: Uint8Array): Promise<DocumentType | null> {
  const found = await fileTypeFromBuffer(bytes);
  const mime = found?.mime;
  return mime === 'application/pdf' || mime === 'image/jpeg' || mime === 'image/png' || mime === 'image/webp'
    ? mime
    : null;
}

/** A PDF that lost its end in transit has lost the list of its parts as well. */
function wholePdf(bytes: Uint8Array): Uint8Array | null {
  const tail = Buffer.from(bytes.subarray(Math.max(0, bytes.length - 2048))).toString('latin1');
  return tail.includes('%%EOF') ? bytes : null;
}

async function redraw(bytes: Uint8Array, contentType: DocumentType): Promise<Uint8Array | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true });
    if (contentType === 'image/png') return await picture.png().toBuffer();
    if (contentType === 'image/webp') return await picture.webp({ quality: 82 }).toBuffer();
    return await picture.jpeg({ quality: 84, mozjpeg: true }).toBuffer();
  } catch {
    return null;
  }
}

function shortName(type: DocumentType): string {
  return type.split('/')[1]?.toUpperCase() ?? type;
}
