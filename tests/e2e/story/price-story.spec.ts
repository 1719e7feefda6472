import type { Page } from '@playwright/test';
import { expect, test } from '../../support/demo-test';
import { accepted, press, send, signInDemo, visitor } from './visitor';

type Observation = { period: string; value: string; state: string };
type Lot = { band: { fair: { amount: string } } | null };

/**
 * Each run has its own series of the operator, so that both find them as the demo has made them: a
 * publisher's own come only from its files.
 */
const RUNS = [
  {
    scripts: true,
    mineral: 'cobalt',
    series: 'op.cobalt',
    unit: 'USD/lb',
    method: 'platinum-dore',
    field: 'premiumPct',
  },
  {
    scripts: false,
    mineral: 'tungsten',
    series: 'op.tungsten-apt',
    unit: 'USD/MTU',
    method: 'tin-concentrate',
    field: 'discountPct',
  },
] as const;

/**
 * What a price goes through before it makes a band, and how a stranger checks it afterwards: a file is read,
 * looked at and accepted. A figure that leapt and a change of terms need two persons. Bands follow. Anyone
 * works out a price and checks an old one.
 */
for (const { scripts, mineral, series, unit, method, field } of RUNS) {
  test(`from a publisher's file to a checked price, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
    demo,
  }) => {
    test.setTimeout(120_000);
    const officer = await visitor(browser, { scripts });
    const controller = await visitor(browser, { scripts });
    const stranger = await visitor(browser, { scripts });
    await signInDemo(officer, 'officer');
    await signInDemo(controller, 'controller');
    const ask = async (path: string) => (await stranger.request.get(path)).json() as Promise<never>;
    const observation = async (period: string): Promise<Observation | undefined> =>
      (await ask(`/api/v1/series/${series}/observations?from=${period}&to=${period}`))['observations'][0];
    const fairOf = async (): Promise<string | undefined> =>
      ((await ask(`/api/v1/lots?mineral=${mineral}&form=concentrate`))['lots'] as Lot[])[0]?.band?.fair.amount;

    const before = await observation('2026-05');
    const higher = (Number(before?.value) + 1).toFixed(2);
    const table = [
      'series,period,value,unit',
      `${series},2026-05,${higher},${unit}`,
      `${series},2026-06,${(Number(higher) * 2).toFixed(2)},${unit}`,
    ].join('\n');
    const fairBefore = await fairOf();
    expect(fairBefore).toBeTruthy();

    await test.step('a file is read in the background and shows what it would change', async () => {
      await officer.goto('/programme/prices');
      await officer.selectOption('[name=source]', 'csv');
      await officer.setInputFiles('[name=file]', {
        name: `${mineral}.csv`,
        mimeType: 'text/csv',
        buffer: Buffer.from(table),
      });
      await officer.fill('[name=publishedOn]', '2026-06-02');
      await send(officer, 'source');
      await accepted(officer);
      await expect(officer.getByRole('heading', { name: `${mineral}.csv` })).toBeVisible();
      // The page asks for itself again until the job has read the file.
      await expect(officer.locator('button[name=intent][value=discard]')).toBeVisible({ timeout: 30_000 });
      await expect(officer.locator('button[name=intent][value=accept]')).toHaveCount(0);
      await expect(officer.getByText('Revised', { exact: true }).first()).toBeVisible();
      expect(await observation('2026-05')).toEqual(before);
    });

    await test.step('it counts once another person has accepted it, and the bands follow', async () => {
      await controller.goto(officer.url());
      await press(controller, controller.locator('button[name=intent][value=accept]'));
      await accepted(controller);
      await expect(controller.getByText('Some put aside').or(controller.getByText('Taken in')).first()).toBeVisible({
        timeout: 30_000,
      });
      await expect
        .poll(async () => Number((await observation('2026-05'))?.value), { timeout: 20_000 })
        .toBe(Number(higher));
      expect(await observation('2026-05')).toMatchObject({ state: 'revised' });
      await expect.poll(fairOf, { timeout: 30_000 }).not.toBe(fairBefore);
    });

    await test.step('a price that leapt waits for two of the staff', async () => {
      const accept = async (page: Page) => {
        await page.goto('/programme/prices/waiting');
        const row = page.locator('[id^="q-"]', { hasText: mineral === 'cobalt' ? 'Cobalt' : 'Tungsten' }).first();
        await row
          .locator('input:not([type=hidden]), textarea')
          .first()
          .fill('The publisher says the same on its page.');
        await press(page, row.locator('button[name=intent][value=accept]'));
        await accepted(page);
      };
      await accept(officer);
      expect(await observation('2026-06')).toMatchObject({ state: 'waiting' });
      await accept(controller);
      await expect.poll(async () => (await observation('2026-06'))?.state, { timeout: 20_000 }).toBe('in-force');
    });

    await test.step('a change of terms is looked at on real lots and approved by another person', async () => {
      await officer.goto(`/programme/methods/${method}`);
      const figure = officer.locator(`[name="terms.fair.${field}"]`);
      await figure.fill(String(Number(await figure.inputValue()) - 1));
      await officer.fill('[name=reason]', 'Three buyers of the last quarter pay one percent more.');
      await officer.fill('[name=citation]', 'Notes of the buyers’ round table');
      await officer.fill('[name=sourceOn]', '2026-05-20');
      await press(officer, officer.locator('button[name=intent][value=preview]'));
      await accepted(officer);
      await press(officer, officer.locator('button[name=intent][value=propose]'));
      await accepted(officer);
      const version = new URL(officer.url()).pathname;
      expect(version).toContain('/programme/method-versions/');
      await expect(officer.locator('button[name=decision][value=approve]')).toHaveCount(0);
      await controller.goto(version);
      await controller.fill('[name=reason]', 'Agreed.');
      await press(controller, controller.locator('button[name=decision][value=approve]'));
      await accepted(controller);
      await stranger.goto(`/methods/${method}`);
      await expect(stranger.getByText(`${method}/2`).first()).toBeVisible();
    });

    await test.step('anyone works out a price without a login', async () => {
      await stranger.goto('/calculator?product=gold');
      await stranger.locator('main form input[type=text]').nth(0).fill('10');
      await stranger.locator('main form input[type=text]').nth(1).fill('22');
      await press(stranger, stranger.locator('main form button[type=submit]').first());
      await accepted(stranger);
      await expect(stranger.getByText('floor').first()).toBeVisible();
      await expect(stranger.locator('main')).toContainText('World Bank');
    });

    await test.step('and checks what an old order was priced on', async () => {
      const { rows } = await demo.db.query<{ sha256: string }>(
        `SELECT e.sha256 FROM "PriceEvidence" e JOIN "Order" o ON o.id = e."orderId"
          WHERE o.mineral = $1 AND o."bandFairMinor" IS NOT NULL ORDER BY e."recordedAt" LIMIT 1`,
        [mineral],
      );
      await stranger.goto(`/verify/${rows[0]?.sha256 ?? ''}`);
      await expect(stranger.getByText('Everything fits')).toBeVisible();
      await expect(stranger.locator('main')).toContainText(`${mineral}-concentrate/1`);
      const file = await stranger.request.get(`/certificates/${rows[0]?.sha256 ?? ''}/certificate.pdf`);
      expect(file.headers()['content-type']).toBe('application/pdf');
    });
  });
}
