import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { create } from 'qrcode';

type Weight = 400 | 700;
type Ink = 'ink' | 'soft' | 'oxide' | 'green';
type Style = { size?: number; weight?: Weight; ink?: Ink; gap?: number };

export const INK: Record<Ink, string> = { ink: '#2a2420', soft: '#6b6259', oxide: '#8a3b22', green: '#2f5d45' };
const MARGIN = 50;
const LABEL_WIDTH = 150;

/**
 * What the fonts lack is written otherwise, so that all that is printed comes from an embedded font: fineness
 * as jewellers stamp it, 900/1000.
 */
const INSTEAD: Record<string, string> = { '≥': '>=', '≤': '<=', '‰': '/1000', '\u202f': '\u00a0', '\u2009': '\u00a0' };

/** Latin letters of all our languages, embedded, so that they print alike everywhere. Read once. */
const fonts = new Map<string, Buffer>();

function fontFile(set: 'latin' | 'latin-ext', weight: Weight): Buffer {
  const name = `noto-sans-${set}-${weight}-normal.woff`;
  let font = fonts.get(name);
  if (!font) {
    const folder = path.dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans/package.json'));
    fonts.set(name, (font = readFileSync(path.join(folder, 'files', name))));
  }
  return font;
}

/** Of the letters beyond Latin-1 only those that Latin Extended-A and B hold lie in the second font. */
const EXTENDED = /[\u0100-\u0130\u0132-\u0151\u0154-\u024f]/u;

/**
 * A4 pages of one document: text in runs of the right font, rows of label and value, a band, a code to scan.
 */
export class PdfPage {
  readonly doc: InstanceType<typeof PDFDocument>;
  readonly width: number;

  constructor({ title, language, at }: { title: string; language: string; at: Date }) {
    this.doc = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      lang: language,
      displayTitle: true,
      info: { Title: title, Creator: 'Fairlode', Producer: 'Fairlode', CreationDate: at, ModDate: at },
    });
    for (const weight of [400, 700] as const) {
      this.doc.registerFont(`latin-${weight}`, fontFile('latin', weight));
      this.doc.registerFont(`latin-ext-${weight}`, fontFile('latin-ext', weight));
    }
    this.width = this.doc.page.width - 2 * MARGIN;
  }

  text(
    text: string,
    { size = 10, weight = 400, ink = 'ink', gap = 4 }: Style = {},
    x = MARGIN,
    width = this.width,
  ): void {
    const runs = runsOf(text, weight);
    this.doc.fontSize(size).fillColor(INK[ink]);
    runs.forEach((run, index) => {
      const options = { width, continued: index < runs.length - 1 };
      this.doc.font(run.font);
      if (index === 0) this.doc.text(run.text, x, this.doc.y, options);
      else this.doc.text(run.text, options);
    });
    this.doc.y += gap;
  }

  /**
   * One line at a place: `shift` of its width lies before that (0 begins there, 0.5 has its middle there).
   */
  line(
    text: string,
    { x, y, shift, size, weight = 400, ink = 'ink' }: Style & { x: number; y: number; shift: number; size: number },
  ): void {
    const runs = runsOf(text, weight);
    this.doc.fontSize(size).fillColor(INK[ink]);
    const widths = runs.map((run) => this.doc.font(run.font).widthOfString(run.text));
    const length = widths.reduce((sum, one) => sum + one, 0);
    const end = MARGIN + this.width - length;
    let at = Math.min(Math.max(x - length * shift, MARGIN), end);
    for (const [index, run] of runs.entries()) {
      this.doc.font(run.font).text(run.text, at, y, { lineBreak: false });
      at += widths[index] ?? 0;
    }
  }

  heading(text: string): void {
    this.room(60);
    this.doc.y += 8;
    this.text(text, { size: 12, weight: 700, ink: 'oxide', gap: 4 });
  }

  row(label: string, value: string, style: Style = {}): void {
    this.room(30);
    const top = this.doc.y;
    this.text(label, { ink: 'soft', gap: 0 }, MARGIN, LABEL_WIDTH);
    const below = this.doc.y;
    this.doc.y = top;
    this.text(value, { gap: 0, ...style }, MARGIN + LABEL_WIDTH + 10, this.width - LABEL_WIDTH - 10);
    this.doc.y = Math.max(this.doc.y, below) + 3;
  }

  /** Begins a new page where so much does not fit any more. */
  room(height: number): void {
    if (this.doc.y + height > this.doc.page.height - MARGIN) this.doc.addPage();
  }

  code(value: string, size: number, x: number, y: number): void {
    const { modules } = create(value, { errorCorrectionLevel: 'M' });
    const cell = size / modules.size;
    this.doc.fillColor('#000000');
    for (let row = 0; row < modules.size; row += 1)
      for (let column = 0; column < modules.size; column += 1)
        if (modules.get(row, column)) this.doc.rect(x + column * cell, y + row * cell, cell * 1.02, cell * 1.02);
    this.doc.fill();
  }

  bytes(): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.once('end', () => resolve(Buffer.concat(chunks)));
      this.doc.once('error', reject);
      this.doc.end();
    });
  }
}

function runsOf(text: string, weight: Weight): { font: string; text: string }[] {
  const runs: { font: string; text: string }[] = [];
  const printable = text
    .normalize('NFC')
    .replace(/\s‰/gu, '‰')
    .replace(/[≥≤‰\u202f\u2009]/gu, (sign) => INSTEAD[sign] ?? sign);
  for (const character of printable) {
    const font = `latin-${EXTENDED.test(character) ? 'ext-' : ''}${weight}`;
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs.length > 0 ? runs : [{ font: `latin-${weight}`, text: '' }];
}
