import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/find-browser';

const browser = await findBrowser();
const reports = process.env['REPORTS_DIR'] ?? '.cache/test-reports';

/**
 * The built server, seeded like a demo, in a real browser. No retries: a test that fails once has found
 * something.
 */
export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  globalSetup: './support/demo-server.ts',
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `../${reports.replace(/^.*\.cache/, '.cache')}/playwright.json` }]],
  use: {
    baseURL: process.env['E2E_URL'],
    launchOptions: { executablePath: browser.executablePath, args: browser.args },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
