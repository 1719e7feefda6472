export type DocumentType = 'application/pdf' | 'image/jpeg' | 'image/png' | 'image/webp';

/** What the browser's file chooser offers; the server looks at the content. */
export const ACCEPTED_FILES = '.pdf,.jpg,.jpeg,.png,.webp,application/pdf,image/jpeg,image/png,image/webp';

export const TYPE_OF_ENDING: Readonly<Record<string, DocumentType>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

const ENDING: Record<DocumentType, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

const HEADER_WITHIN = 1024;

/** As readers of PDF take it: a header within the first kilobyte, whatever stands before it. An end mark is not asked for: readers rebuild it. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, HEADER_WITHIN)).includes('%PDF-');
}

export function endingOf(name: string): string {
  return /\.([a-z0-9]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

/**
 * The name a file is kept and offered under: no path, no control or direction marks, the ending of what it is (where `type` is known).
 */
export function documentName(name: string, type: DocumentType | null): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, '')
    .trim();
  if (!type) return clean.slice(0, 100) || 'file';
  const stem = clean
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .slice(0, 80)
    .trim();
  return `${stem || 'document'}.${ENDING[type]}`;
}

/** The value of Content-Disposition with the name in UTF-8 (RFC 6266, RFC 8187). */
export function contentDisposition(mode: 'inline' | 'attachment', fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${mode}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
