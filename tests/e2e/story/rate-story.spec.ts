import { expect, test } from '../../support/demo-test';
import { accepted, paper, press, send, signInDemo, visitor } from './visitor';

/** A pair for each run, so that both find it without an earlier rate. */
const RUNS = [
  { scripts: true, first: 'KES', rate: '129.5' },
  { scripts: false, first: 'ZMW', rate: '26.4' },
] as const;

for (const { scripts, first, rate } of RUNS) {
  test(`a rate typed the wrong way round is asked about, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const officer = await visitor(browser, { scripts });
    await signInDemo(officer, 'officer');
    const source = `Counter of a bank, asked ${scripts ? 'twice' : 'once'}`;

    await officer.goto('/programme/prices/rates');
    await officer.selectOption('[name=base]', 'UGX');
    await officer.selectOption('[name=quote]', 'USD');
    await officer.fill('[name=rate]', '3720');
    await officer.fill('[name=on]', '2026-06-01');
    await officer.fill('[name=source]', source);
    await officer.setInputFiles('[name=evidence]', paper('bank-list'));
    await send(officer, 'rate');

    // Nothing that was typed is lost, the file included.
    const form = officer.locator('main form').filter({ has: officer.locator('[name=rate]') });
    await expect(form).toContainText('1 UGX = 3,720 USD · 1 USD = 0.0002688 UGX');
    await expect(form).toContainText('This looks turned round');
    await expect(form).toContainText('1 USD = 3,680 UGX');
    await expect(form).toContainText('bank-list.pdf is kept');
    for (const [name, value] of Object.entries({ base: 'UGX', quote: 'USD', rate: '3720', on: '2026-06-01', source }))
      await expect(form.locator(`[name=${name}]`)).toHaveValue(value);
    await expect(officer.getByRole('link', { name: '1 UGX = 3,720 USD' })).toHaveCount(0);

    // Another rate is asked about for itself, whatever was ticked for the one before.
    await form.locator('[name=meant]').check();
    await officer.selectOption('[name=base]', 'USD');
    await officer.selectOption('[name=quote]', first);
    await officer.fill('[name=rate]', rate);
    await send(officer, 'rate');
    await expect(form).toContainText('There is no earlier rate of these two currencies');
    await expect(form).toContainText('bank-list.pdf is kept');
    await form.locator('[name=meant]').check();
    await send(officer, 'rate');
    await accepted(officer);

    const entered = officer.getByRole('link', { name: `1 USD = ${rate} ${first}` });
    await press(officer, entered);
    await expect(officer.getByRole('link', { name: 'Open the evidence' })).toBeVisible();
    await expect(officer.locator('main')).toContainText(`1 ${first} = 0.0`);
    // The other stories find what waits as the demo has made it.
    await press(officer, officer.locator('button[name=intent][value=withdraw]'));
    await accepted(officer);
  });
}
