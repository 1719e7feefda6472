import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { UnreadableWorkbook } from './unreadable-workbook';

/** The publisher's file has 0.6 MB and 4 MB unpacked; these leave room for decades and none for a bomb. */
const MOST_PACKED_BYTES = 20 * 1024 * 1024;
const MOST_ENTRY_BYTES = 50 * 1024 * 1024;
const MOST_ENTRIES = 500;

// Compound File header: what Office wraps around a workbook with a password, and the old .xls.
const OLE_HEADER = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ZIP_HEADER = Buffer.from([0x50, 0x4b]);
const ENCRYPTED_FLAG = 0x1;

export type Zip = {
  names: ReadonlySet<string>;
  /** Unpacked bytes of one entry as they come; never more than the entry's stated size, which is limited. */
  open(name: string): Promise<Readable>;
};

/** Opens a ZIP in memory: nothing is unpacked before it is asked for, and nothing beyond the limits. */
export async function openZip(bytes: Buffer): Promise<Zip> {
  if (bytes.subarray(0, OLE_HEADER.length).equals(OLE_HEADER)) throw new UnreadableWorkbook('password-protected');
  if (!bytes.subarray(0, ZIP_HEADER.length).equals(ZIP_HEADER)) throw new UnreadableWorkbook('not-a-spreadsheet');
  if (bytes.length > MOST_PACKED_BYTES) throw new UnreadableWorkbook('too-big', { limit: '20 MB' });

  const file = await fromBuffer(bytes);
  const entries = await readEntries(file);
  return {
    names: new Set(entries.keys()),
    open: (name) => openEntry(file, entries.get(name)),
  };
}

function fromBuffer(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, file) => {
      if (error) reject(new UnreadableWorkbook('broken-file'));
      else resolve(file);
    });
  });
}

function readEntries(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  return new Promise((resolve, reject) => {
    file.on('error', () => reject(new UnreadableWorkbook('broken-file')));
    file.on('end', () => resolve(entries));
    file.on('entry', (entry: yauzl.Entry) => {
      if (entries.size >= MOST_ENTRIES)
        return reject(new UnreadableWorkbook('too-big', { limit: `${MOST_ENTRIES} parts` }));
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.readEntry();
  });
}

function openEntry(file: yauzl.ZipFile, entry: yauzl.Entry | undefined): Promise<Readable> {
  if (!entry) return Promise.reject(new UnreadableWorkbook('broken-file'));
  if (entry.generalPurposeBitFlag & ENCRYPTED_FLAG) return Promise.reject(new UnreadableWorkbook('password-protected'));
  if (entry.uncompressedSize > MOST_ENTRY_BYTES)
    return Promise.reject(new UnreadableWorkbook('too-big', { limit: '50 MB' }));
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) reject(new UnreadableWorkbook('broken-file'));
      else resolve(stream);
    });
  });
}
