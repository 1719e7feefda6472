import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { UnreadableWorkbook } from './unreadable-workbook';

type XmlEvents = {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Files of prices are flat; what nests deeper was made to exhaust its reader. */
const MOST_DEPTH = 64;

/**
 * Reads XML as it streams. A document type is refused, so that no entity can be declared, let alone expanded; other errors of form mean a
 * broken file. Names come without their prefix.
 */
export async function parseXml(stream: Readable, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new UnreadableWorkbook('unsafe-file');
  });
  parser.on('error', () => {
    throw new UnreadableWorkbook('broken-file');
  });
  let depth = 0;
  parser.on('opentag', (tag) => {
    if ((depth += 1) > MOST_DEPTH) throw new UnreadableWorkbook('unsafe-file');
    events.open?.(localName(tag.name), tag.attributes as Record<string, string>);
  });
  if (events.text) parser.on('text', (text) => events.text?.(text));
  parser.on('closetag', (tag) => {
    depth -= 1;
    events.close?.(localName(tag.name));
  });

  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of stream) parser.write(decoder.decode(chunk as Buffer, { stream: true }));
    parser.write(decoder.decode()).close();
  } catch (error) {
    // Inflating a damaged entry, or text that is no UTF-8, fails from inside the stream.
    throw error instanceof UnreadableWorkbook ? error : new UnreadableWorkbook('broken-file');
  } finally {
    stream.destroy();
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
