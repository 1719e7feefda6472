import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../../prisma/seed/demo-people';
import { samplePaper } from '../../../prisma/seed/sample-paper';

export const PASSWORD = 'three-words-and-7';

/**
 * One person with a browser of his or her own, in English, with or without scripts. Errors on the page's
 * console fail the story.
 */
export async function visitor(browser: Browser, { scripts }: { scripts: boolean }): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (422|409)/.test(message.text()))
      throw new Error(`Console: ${message.text()}`);
  });
  return page;
}

/** Presses a button of the form that holds `field`, and waits for the answer. */
export async function send(
  page: Page,
  field: string,
  button: { name: string; value: string } | null = null,
): Promise<void> {
  const form = page
    .locator('main form')
    .filter({ has: page.locator(`[name="${field}"]`) })
    .first();
  const control = button
    ? form.locator(`button[name="${button.name}"][value="${button.value}"]`)
    : form.locator('button[type=submit]:not([name=intent][value=preview])').first();
  await press(page, control);
}

/** Clicks what leads to another page (or the same one anew) and waits until it is there. */
export async function press(page: Page, control: Locator): Promise<void> {
  const arrived = page.waitForEvent('load');
  await control.click();
  await arrived;
}

/** The page shows no error summary. With one, its words are the failure's message. */
export async function accepted(page: Page): Promise<void> {
  const problems = page.locator('main [role=alert]');
  expect(await problems.allInnerTexts()).toEqual([]);
}

export async function signUp(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.goto('/sign-up');
  await page.fill('#name', name);
  await page.fill('#email', email);
  await page.fill('#password', PASSWORD);
  await send(page, 'password');
  await accepted(page);
  const link = /https?:\/\/\S*(\/mailbox\/[\w-]+)/.exec(await mailTo(email))?.[1];
  await page.goto(link ?? 'no link');
  await page.fill('#password', PASSWORD);
  await send(page, 'password');
  await accepted(page);
}

/**
 * Says who this is, with the code that comes to the phone, and has an officer of the demo confirm it from the
 * paper.
 */
export async function proveWho(page: Page, officer: Page, { number, phone }: { number: string; phone: string }) {
  await page.goto('/account/identity');
  await page.fill('#number', number);
  await page.fill('#phone', phone);
  await send(page, 'number', { name: 'intent', value: 'claim' });
  await accepted(page);
  await page.fill('#code', /\b\d{6}\b/.exec(await messageTo(phone))?.[0] ?? '');
  await send(page, 'code', { name: 'intent', value: 'code' });
  await accepted(page);
  await officer.goto('/programme/persons');
  const form = officer
    .locator('main form')
    .filter({ has: officer.locator('[name^="number-"]') })
    .last();
  await form.locator('[name^="number-"]').fill(number);
  await press(officer, form.locator('button'));
  await accepted(officer);
}

export async function signInDemo(page: Page, role: string): Promise<void> {
  await page.goto('/sign-in');
  await page.fill('#email', `${role}@demo.fairlode.example`);
  await page.fill('#password', DEMO_PASSWORD);
  await press(page, page.getByRole('button', { name: 'Sign in', exact: true }));
  await expect(page).not.toHaveURL(/sign-in/);
}

export async function found(
  page: Page,
  organisation: { kind: 'cooperative' | 'buyer'; name: string; country: string; district: string },
): Promise<void> {
  await page.goto('/account/organisations/new');
  await page.check(`input[name=kind][value=${organisation.kind}]`);
  await page.fill('#name', organisation.name);
  await page.selectOption('[name=countryCode]', organisation.country);
  await page.fill('[name=district]', organisation.district);
  await page.selectOption('[name=currency]', 'USD');
  const programme = await page.locator('[name=programmeId] option', { hasText: 'Great Lakes' }).getAttribute('value');
  await page.selectOption('[name=programmeId]', programme ?? '');
  await send(page, 'countryCode');
  await accepted(page);
}

export function paper(name: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(samplePaper([name, 'Sample paper'])) };
}

export async function upload(page: Page, requirement: string, expiresOn?: string): Promise<void> {
  await page.setInputFiles(`[name=file-${requirement}]`, paper(requirement));
  if (expiresOn) await page.fill(`[name=expiresOn-${requirement}]`, expiresOn);
  await send(page, `file-${requirement}`, { name: 'intent', value: 'evidence' });
  await accepted(page);
}

/** The newest mail to an address, once the worker has put it into the outbox. */
export function mailTo(address: string): Promise<string> {
  return newest('mail', address);
}

function messageTo(phone: string): Promise<string> {
  return newest('sms', phone);
}

async function newest(outbox: 'mail' | 'sms', address: string): Promise<string> {
  const dataDir = process.env['E2E_DATA_DIR'];
  if (!dataDir) throw new Error('E2E_DATA_DIR says where the outbox is');
  let text = '';
  await expect
    .poll(
      async () => {
        const folder = path.join(dataDir, outbox);
        const names = await readdir(folder).catch(() => []);
        for (const name of names.sort().reverse()) {
          const mail = await readFile(path.join(folder, name), 'utf8');
          if (mail.includes(address)) return (text = mail.replace(/=\r?\n/g, '').replaceAll('=3D', '='));
        }
        return '';
      },
      { message: `a message to ${address}`, timeout: 20_000 },
    )
    .not.toBe('');
  return text;
}
