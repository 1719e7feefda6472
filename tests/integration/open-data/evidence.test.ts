import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '#app/platform/i18n/locales';
import { checkCertificate } from '#app/evidence/certificate/certificate';
import { certificateFile } from '#app/evidence/certificate/certificate-file.server';
import { certificatePdf } from '#app/evidence/certificate/certificate-pdf.server';
import { closeEvidenceDays } from '#app/evidence/days/close-evidence-days.server';
import { listEvidenceDays } from '#app/evidence/days/list-evidence-days.server';
import { sha256Digest } from '#app/evidence/check/digest.server';
import { evidencePage } from '#app/evidence/certificate/evidence-page.server';
import { orderProduct } from '#app/trading/orders/own-orders.server';
import { market } from '#tests/integration/trading/market';
import { testDeps } from '#tests/support/test-deps';

/** What the pages are drawn with, unpacked. */
function drawingOf(pdf: string): string {
  return [...pdf.matchAll(/FlateDecode[^]*?stream\r?\n([^]*?)\r?\nendstream/g)]
    .map(([, packed = '']) => inflateSync(Buffer.from(packed, 'latin1')).toString('latin1'))
    .join('\n');
}

describe('evidence of prices', async () => {
  const deps = await testDeps({ at: '2026-06-02T08:00:00Z' });
  let town: Awaited<ReturnType<typeof market>>;

  async function orderOn(iso: string): Promise<string> {
    deps.clock.set(iso);
    const orderId = await town.orderIn('placed');
    const { sha256 } = await deps.db.priceEvidence.findFirstOrThrow({ where: { orderId } });
    return sha256;
  }
  const states = async (sha256: string) =>
    Object.fromEntries((await evidencePage(deps, sha256))?.checks.map(({ name, state }) => [name, state]) ?? []);
  const daysPublished = async () => (await listEvidenceDays(deps, { before: null })).days;

  beforeAll(async () => {
    town = await market(deps);
  });

  it('goes under one root a day, once the day is over: missed days are caught up, and nothing happens twice', async () => {
    const first = await orderOn('2026-06-02T09:00:00Z');
    await orderOn('2026-06-02T10:00:00Z');
    const third = await orderOn('2026-06-04T23:59:59.999Z');
    expect(await closeEvidenceDays(deps)).toEqual(['2026-06-02']);
    expect(await states(third)).toMatchObject({ text: 'matches', chain: 'absent', sum: 'matches', tree: 'absent' });
    deps.clock.set('2026-06-05T00:00:00Z');
    const closed = await Promise.all([closeEvidenceDays(deps), closeEvidenceDays(deps), closeEvidenceDays(deps)]);
    expect(closed.flat()).toEqual(['2026-06-04']);
    expect(await daysPublished()).toMatchObject([
      { day: '2026-06-04', count: 1 },
      { day: '2026-06-02', count: 2 },
    ]);
    for (const sha256 of [first, third])
      expect(await states(sha256)).toEqual({ text: 'matches', chain: 'absent', sum: 'matches', tree: 'matches' });
  });

  it('takes what came late into the next day, and changes no day that is closed', async () => {
    const before = await daysPublished();
    const late = await orderOn('2026-06-04T12:00:00Z');
    deps.clock.set('2026-06-05T20:00:00Z');
    expect(await closeEvidenceDays(deps)).toEqual([]);
    deps.clock.set('2026-06-06T00:10:00Z');
    expect(await closeEvidenceDays(deps)).toEqual(['2026-06-05']);
    expect((await daysPublished()).slice(1)).toEqual(before);
    expect(await states(late)).toMatchObject({ tree: 'matches' });
    await expect(deps.db.$executeRaw`UPDATE "EvidenceDay" SET root = repeat('0', 64)`).rejects.toThrow(/append-only/);
    await expect(deps.db.$executeRaw`DELETE FROM "EvidenceLeaf"`).rejects.toThrow(/append-only/);
  });

  it('lists days page by page, and takes no nonsense for a day', async () => {
    const all = await daysPublished();
    expect((await listEvidenceDays(deps, { before: '2026-06-04' })).days).toEqual(all.slice(2));
    for (const before of ['', 'yesterday', '2026-13-45', "'; DROP"])
      expect((await listEvidenceDays(deps, { before })).days).toEqual(all);
  });

  it('is found by its hash alone', async () => {
    for (const hash of ['', '0'.repeat(64), 'A'.repeat(64), '\u0000', `${'a'.repeat(64)}\n`])
      expect(await evidencePage(deps, hash)).toBeNull();
  });

  it('makes a certificate that the offline program finds genuine under the published root, and not when a figure was changed', async () => {
    const sha256 = await orderOn('2026-06-06T09:00:00Z');
    const file = await certificateFile(deps, sha256);
    if (!file) throw new Error('no certificate');
    expect(checkCertificate(Buffer.from(file.text), sha256Digest)).toMatchObject({ consistent: true, changes: [] });
    const folder = await mkdtemp(path.join(tmpdir(), 'fairlode-certificate-'));
    const verify = async (name: string, text: string, ...more: string[]) => {
      await writeFile(path.join(folder, name), text);
      const args = ['--import', 'tsx', 'scripts/verify.ts', path.join(folder, name), ...more];
      return spawnSync(process.execPath, args, { encoding: 'utf8' });
    };
    const young = await verify('young.json', file.text);
    expect(young).toMatchObject({ status: 0, stderr: '' });
    expect(young.stdout).toContain('– first evidence of its order');
    expect(young.stdout).toMatch(/^CONSISTENT, NOT PROVEN YET: .*\nThe file carries no published root/m);
    deps.clock.set('2026-06-07T00:10:00Z');
    await closeEvidenceDays(deps);
    const [{ root } = { root: '' }] = await daysPublished();
    const whole = (await certificateFile(deps, sha256))?.text ?? '';
    const alone = await verify('whole.json', whole);
    expect(alone).toMatchObject({ status: 0, stderr: '' });
    expect(alone.stdout).toContain(`2026-06-06 ${root}`);
    expect(alone.stdout).not.toContain('GENUINE');
    expect((await verify('whole.json', whole, '--root', root)).stdout).toContain('\nGENUINE: ');
    const other = await verify('whole.json', whole, '--root', '0'.repeat(64));
    expect(other).toMatchObject({ status: 1, stdout: expect.stringContaining('NOT GENUINE') as string });
    const good = path.join(folder, 'whole.json');
    const closed = `${process.execPath} --import tsx scripts/verify.ts ${good} | true; echo "$?"`;
    expect(spawnSync('bash', ['-c', closed], { encoding: 'utf8' }).stderr).toBe('');
    const changed = await verify('bad.json', file.text.replace(/("ceiling": \{\s+"amount": ")\d/, '$19'));
    expect(changed).toMatchObject({ status: 1 });
    expect(changed.stdout).toMatch(
      /evidence\.band\.result\.ceiling\.amount: here "9[\d.]+"; by the rest of the file "[\d.]+"/,
    );
    // The copy was changed, not the text: the other way round is never said.
    const text = await verify('text.json', file.text.replace(/(\\"ceiling\\":\{\\"amount\\":\\")\d/, '$19'));
    expect(text.stdout).toMatch(
      /canonical\.band\.result\.ceiling\.amount: here "9[\d.]+"; by the rest of the file "[\d.]+"/,
    );
  });

  it('prints in all five languages with its fonts inside', async () => {
    const { sha256 } = await deps.db.priceEvidence.findFirstOrThrow();
    const goodsOf = async (number: string) => (await orderProduct(deps, number))?.mineral ?? null;
    for (const locale of LOCALES) {
      const pdf = (await certificatePdf(deps, { sha256, locale, goodsOf }))?.toString('latin1') ?? '';
      expect(pdf).toMatch(/^%PDF-1/);
      expect(pdf).toContain(`/Lang (${locale})`);
      const fonts = new Set(
        [...pdf.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name = '']) => name.replace(/^[A-Z]{6}\+/, '')),
      );
      expect([...fonts].sort()).toEqual(['NotoSans-Bold', 'NotoSans-Regular']);
      // The bar has its zones below the floor (#f8ece7) and above the ceiling (#fbf3e2), as on screen.
      const drawn = drawingOf(pdf);
      for (const zone of ['0.97254', '0.98431']) expect(drawn).toMatch(new RegExp(`${zone}\\d* [\\d.]+ [\\d.]+ scn`));
    }
    expect(await certificatePdf(deps, { sha256: '0'.repeat(64), locale: 'en', goodsOf })).toBeNull();
  });

  it('shows a text that was changed behind everybody’s back, and what in it', async () => {
    const { sha256, canonical, id } = await deps.db.priceEvidence.findFirstOrThrow();
    await deps.db.$executeRaw`ALTER TABLE "PriceEvidence" DISABLE TRIGGER append_only`;
    const richer = canonical.replace(/"price":\{"amount":"/, '"price":{"amount":"9');
    await deps.db.priceEvidence.update({ where: { id }, data: { canonical: richer } });
    const page = await evidencePage(deps, sha256);
    expect(page?.checks).toMatchObject([
      { name: 'text', state: 'differs', differences: [{ path: 'sha256', stored: sha256 }] },
      { name: 'chain', state: 'absent', reason: 'first' },
      { name: 'sum', state: 'differs', differences: [{ path: 'band.input.ask.amount' }] },
      { name: 'tree', state: 'matches' },
    ]);
  });
});
