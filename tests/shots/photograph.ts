import path from 'node:path';
import type { Browser, BrowserContext } from '@playwright/test';
import { signIn, stickingOut } from '#tests/support/browse';
import type { Address, Viewer } from '#tests/support/page-addresses';

export const WIDTHS = [1280, 320] as const;

export type Shot = Address & {
  scripts: boolean;
  status: number;
  wide: boolean;
  files: Record<(typeof WIDTHS)[number], string>;
};

type Job = {
  browser: Browser;
  url: string;
  viewer: Viewer;
  password: string;
  addresses: readonly Address[];
  dir: string;
  scripts: boolean;
};

/** Every address once, photographed whole at each width. In one browser context, signed in as the viewer. */
export async function photograph({ browser, url, viewer, password, addresses, dir, scripts }: Job): Promise<Shot[]> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, reducedMotion: 'reduce', locale: 'en-GB' });
  try {
    if (viewer.email) await signIn(context, { url, email: viewer.email, password });
    const shots: Shot[] = [];
    for (const [index, address] of addresses.entries()) {
      const name = `${String(index + 1).padStart(2, '0')}-${slugOf(address)}`;
      shots.push(await shoot(context, { url, address, scripts, base: path.join(dir, name) }));
    }
    return shots;
  } finally {
    await context.close();
  }
}

async function shoot(
  context: BrowserContext,
  { url, address, scripts, base }: { url: string; address: Address; scripts: boolean; base: string },
): Promise<Shot> {
  const page = await context.newPage();
  const shot: Shot = { ...address, scripts, status: 0, wide: false, files: { 1280: '', 320: '' } };
  try {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width === 320 ? 640 : 900 });
      if (width === WIDTHS[0]) shot.status = (await page.goto(`${url}${address.address}`))?.status() ?? 0;
      shot.files[width] = `${base}-${width}${scripts ? '' : '-no-scripts'}.png`;
      await page.screenshot({ path: shot.files[width], fullPage: true, animations: 'disabled' });
    }
    shot.wide = (await stickingOut(page)).length > 0;
    return shot;
  } finally {
    await page.close();
  }
}

/** `/lots/:lotId` showing gold → `lots-lotId-gold`. */
function slugOf({ path: pattern, example }: Address): string {
  const words = `${pattern}/${example}`.split('/').map((part) => part.replace(':', ''));
  return words.filter(Boolean).join('-') || 'home';
}
