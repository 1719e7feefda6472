import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Result } from '#app/platform/result';
import { refuseImport, type ImportRefusalCode } from '../import-refusal';
import { EcbCollector } from './ecb';
import type { FileReading, Vintage } from '../reading';
import { parseXml } from '../xlsx/parse-xml.server';
import { UnreadableWorkbook } from '../xlsx/unreadable-workbook';

/** The whole history since 1999 has 8 MB. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Reads the European Central Bank's file of rates, of one day or of many. Needs no network and stores nothing. */
export async function readEcb(bytes: Buffer): Promise<FileReading> {
  const collector = new EcbCollector();
  const vintage = await collect(bytes, collector);
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    publishedOn: collector.publishedOn,
    read: collector.read,
    passedOver: collector.passedOver,
    vintage,
  };
}

async function collect(bytes: Buffer, collector: EcbCollector): Promise<Result<Vintage, ImportRefusalCode>> {
  if (bytes.length > MOST_BYTES) return refuseImport('xml-too-big', { limit: '16 MB' });
  try {
    await parseXml(Readable.from([bytes]), {
      open: (name, attributes) => collector.open(name, attributes),
      close: () => collector.close(),
    });
    return collector.finish();
  } catch (error) {
    if (!(error instanceof UnreadableWorkbook)) throw error;
    return refuseImport(error.code === 'unsafe-file' ? 'xml-unsafe' : 'xml-broken');
  }
}
