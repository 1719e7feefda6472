import sharp, { type Sharp } from 'sharp';
import type { Drawn, Picture } from './picture-drawer';

/** More than any phone takes; a decompression bomb is more than that. */
export const MAX_PIXELS = 60_000_000;
const LONGEST_EDGE = 3000;

// One thread and nothing kept: several of these processes share the machine with the pages.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Decodes and encodes: that proves that it is a picture, and takes out position, device and everything else that a camera wrote into it. Only for
 * the drawing process: a decoder that crashes takes its process along.
 */
export async function drawPicture({ bytes, type }: Picture): Promise<Drawn> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) return { ok: false, why: 'too-heavy' };
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: LONGEST_EDGE, height: LONGEST_EDGE, fit: 'inside', withoutEnlargement: true });
    return { ok: true, bytes: await encoded(picture, type) };
  } catch {
    return { ok: false, why: 'broken' };
  }
}

function encoded(picture: Sharp, type: Picture['type']): Promise<Buffer> {
  if (type === 'image/png') return picture.png().toBuffer();
  if (type === 'image/webp') return picture.webp({ quality: 82 }).toBuffer();
  return picture.jpeg({ quality: 84, mozjpeg: true }).toBuffer();
}
