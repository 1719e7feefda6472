import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Browser = { executablePath: string; args: string[] };

/**
 * A Chromium that runs here: the one asked for, the system's, Playwright's own, the one in an npm package, or
 * the distribution's.
 */
export async function findBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...QUIET, ...asRoot];
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) return { executablePath: asked, args };
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', chromium.executablePath()];
  const found = known.find((file) => file && existsSync(file));
  if (found) return { executablePath: found, args };
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { executablePath: await sparticuz.executablePath(), args: [...new Set([...sparticuz.args, ...args])] };
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' });
    return { executablePath: '/usr/bin/chromium', args };
  }
  throw new Error('No Chromium was found. Install one, or set CHROMIUM_PATH to it.');
}
