import { readFile } from 'node:fs/promises';
import sharp, { type OverlayOptions } from 'sharp';
import type { Shot } from './photograph';

const COLUMNS = 4;
const CELL = { width: 460, height: 440, gap: 24, label: 44 };
const WIDE = 320;
const NARROW = 120;
const PAPER = '#fbf8f3';

type Sheet = { title: string; shots: readonly Shot[]; withoutScripts: readonly Shot[]; file: string };

/**
 * The heads of all pages side by side, wide and narrow, with a word where a page looks different without
 * scripts.
 */
export async function drawContactSheet({ title, shots, withoutScripts, file }: Sheet): Promise<void> {
  const rows = Math.ceil(shots.length / COLUMNS);
  const width = COLUMNS * (CELL.width + CELL.gap) + CELL.gap;
  const height = rows * (CELL.height + CELL.label + CELL.gap) + CELL.gap + 60;
  const parts: OverlayOptions[] = [{ input: text(title, 28, width), left: CELL.gap, top: 18 }];
  for (const [index, shot] of shots.entries()) {
    const left = CELL.gap + (index % COLUMNS) * (CELL.width + CELL.gap);
    const top = 60 + CELL.gap + Math.trunc(index / COLUMNS) * (CELL.height + CELL.label + CELL.gap);
    const twin = withoutScripts[index];
    const same = twin ? await equal(shot.files[1280], twin.files[1280]) : true;
    const state = `${shot.example}${shot.status === 200 ? '' : ` · answers ${shot.status}`}${same ? '' : ' · differs without scripts'}`;
    parts.push({ input: text(shot.path, 16, CELL.width, state), left, top });
    parts.push({ input: await head(shot.files[1280], WIDE), left, top: top + CELL.label });
    parts.push({ input: await head(shot.files[320], NARROW), left: left + WIDE + 16, top: top + CELL.label });
  }
  await sharp({ create: { width, height, channels: 3, background: PAPER } })
    .composite(parts)
    .png({ compressionLevel: 9 })
    .toFile(file);
}

/** The top of a photo, scaled to `width`. Shorter pages end where they end. */
async function head(file: string, width: number): Promise<Buffer> {
  const scaled = await sharp(file).resize({ width }).toBuffer({ resolveWithObject: true });
  const height = Math.min(scaled.info.height, CELL.height);
  return sharp(scaled.data)
    .extract({ left: 0, top: 0, width, height })
    .composite([{ input: frame(width, height), left: 0, top: 0 }])
    .png()
    .toBuffer();
}

function frame(width: number, height: number): Buffer {
  return Buffer.from(
    `<svg width="${width}" height="${height}"><rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" fill="none" stroke="#8d8377"/></svg>`,
  );
}

function text(line: string, size: number, width: number, second = ''): Buffer {
  const safe = (words: string) => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const style = `font-family="sans-serif" fill="#1f1b16"`;
  return Buffer.from(
    `<svg width="${width}" height="40"><text y="${size}" font-size="${size}" font-weight="bold" ${style}>${safe(line)}</text>` +
      `<text y="36" font-size="14" ${style}>${safe(second)}</text></svg>`,
  );
}

async function equal(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([readFile(a), readFile(b)]);
  return one.equals(other);
}
