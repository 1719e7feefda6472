import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#app/identity/actor';
import { bulletinChoiceSchema, type BulletinChoice } from '#app/notices/bulletin/bulletin-choice';
import { bulletinPage } from '#app/notices/bulletin/bulletin-page.server';
import { saveBulletin } from '#app/notices/bulletin/save-bulletin.server';
import { sendBulletins } from '#app/notices/bulletin/send-bulletins.server';
import { recordFxRate } from '#app/prices/rates/record-fx-rate.server';
import { importVintage } from '#app/prices/imports/import-vintage.server';
import { defineSeries } from '#app/prices/series/define-series.server';
import { loadSnapshot } from '#app/prices/snapshot/load-snapshot.server';
import { testOrganisation } from '#tests/support/people';
import { testDeps } from '#tests/support/test-deps';

describe('prices by SMS', async () => {
  const deps = await testDeps({ at: '2026-05-20T08:00:00Z' });
  let programmeId: string;
  let cooperative: { organisationId: string; as: Record<'manager' | 'member', Actor> };

  const choice: BulletinChoice = { active: true, phone: '+255712345678', locale: 'sw', minerals: ['gold'] };
  const jobs = () => deps.db.$queryRaw<{ payload: { to: string; text: string } }[]>`
    SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'send-sms' ORDER BY j.id`;
  const manager = () => cooperative.as.manager;
  const save = (change: Partial<BulletinChoice> = {}) =>
    saveBulletin(deps, { actor: manager(), choice: { ...choice, ...change }, requestId: deps.newId() });

  beforeAll(async () => {
    await loadSnapshot(deps);
    // What traders pay at a pit is a price of gold too, but never the one that is told.
    const pit = { key: 'local.tz.geita.gold', commodity: 'gold', currency: 'TZS', per: 'g' } as const;
    await deps.db.$transaction((tx) =>
      defineSeries(tx, {
        ...{ ...pit, source: 'Pit traders', licence: 'Own record', attribution: 'Pit traders' },
        ...{ pageUrl: 'https://example.org/', freshDays: 45, staleDays: 100, quarantinePct: '40' },
      }),
    );
    const figures = [{ series: pit.key, period: '2026-04', value: '309500' }];
    const file = { source: 'local-price', fileName: 'pit', sha256: 'a'.repeat(64), publishedOn: '2026-05-01' };
    await importVintage(deps, { ...file, figures, importedBy: 'test' });
    const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
    programmeId = programme.organisationId;
    cooperative = await testOrganisation(deps, {
      kind: 'cooperative',
      roles: ['manager', 'member'],
      programmeId,
      countryCode: 'TZ',
    });
    await deps.db.organisation.update({ where: { id: cooperative.organisationId }, data: { currency: 'TZS' } });
  });

  it('are sent to nobody who did not ask', async () => {
    expect(await sendBulletins(deps)).toBe(0);
  });

  it('come once a month and cooperative, however often the job runs', async () => {
    expect((await save()).ok).toBe(true);
    const told = await Promise.all([sendBulletins(deps), sendBulletins(deps), sendBulletins(deps)]);
    expect(told.sort()).toEqual([0, 0, 1]);
    expect(await sendBulletins(deps)).toBe(0);
    deps.clock.set('2026-06-02T08:00:00Z');
    expect(await sendBulletins(deps)).toBe(1);
    const sent = await jobs();
    expect(sent.map(({ payload }) => payload.to)).toEqual(['+255712345678', '+255712345678']);
    // No rate into shillings is known: US dollars, and no rate is made up. 4587.21 ÷ 31.1034768 = 147.48.
    expect(sent[1]?.payload.text).toBe('Fairlode Mei 2026: Dhahabu safi 147.48 USD/g. Chanzo: World Bank');
    await expect(deps.db.$executeRaw`DELETE FROM "BulletinSent"`).rejects.toThrow(/append-only/);
  });

  it('are told in local money where a rate is known, with the rate and its day, in one message', async () => {
    const rate = { base: 'USD', quote: 'TZS', rate: '2610.5', on: '2026-06-01', source: 'Bank of Tanzania' } as const;
    await recordFxRate(deps, { ...rate, enteredBy: 'a', approvedBy: 'b' });
    await save({ minerals: ['gold', 'silver', 'tin'], locale: 'fr' });
    const {
      preview,
      sent,
      choice: saved,
    } = await bulletinPage(deps, {
      actor: { ...manager(), currency: 'TZS' },
      readerLocale: 'en',
    });
    expect(preview?.text).toBe(
      'Fairlode mai 2026 : Or pur 385 002 TZS/g, Argent pur 6 547 TZS/g, Étain 139 826 TZS/kg. 1 USD=2 610,5 TZS (2026-06-01). Source : World Bank'.replace(
        'Étain',
        'Étain',
      ),
    );
    expect(preview).toMatchObject({ month: '2026-05', messages: 1 });
    expect(sent.map(({ month }) => month)).toEqual(['2026-05', '2026-04']);
    expect(saved.minerals).toEqual(['gold', 'silver', 'tin']);
  });

  it.each([
    ['en', 'Pure gold', 'Source: World Bank'],
    ['fr', 'Or pur', 'Source : World Bank'],
    ['pt', 'Ouro puro', 'Fonte: World Bank'],
    ['es', 'Oro puro', 'Fuente: World Bank'],
    ['sw', 'Dhahabu safi', 'Chanzo: World Bank'],
  ] as const)(
    'are shown before any choice in the language of the page, %s, and speak of pure gold',
    async (readerLocale, gold, source) => {
      const { organisationId: id, as } = await testOrganisation(deps, {
        programmeId,
        kind: 'cooperative',
        roles: ['manager'],
        countryCode: 'TZ',
      });
      await deps.db.organisation.update({ where: { id }, data: { currency: 'TZS' } });
      const actor = { ...as.manager, currency: 'TZS', locale: 'en' } as Actor;
      const { preview, choice: own } = await bulletinPage(deps, { actor, readerLocale });
      expect(own).toMatchObject({ active: false, locale: readerLocale, minerals: ['gold'] });
      expect(preview?.text).toContain(` ${gold} `);
      expect(preview?.text).toContain(source);
      expect(preview?.messages).toBe(1);
    },
  );

  it('end when they are switched off, and only who may can change them', async () => {
    await save({ active: false });
    deps.clock.set('2026-07-02T08:00:00Z');
    expect(await sendBulletins(deps)).toBe(0);
    const { member } = cooperative.as;
    await expect(saveBulletin(deps, { actor: member, choice, requestId: deps.newId() })).rejects.toMatchObject({
      status: 403,
    });
  });

  it.each([
    ['+255 712 345 678', '+255712345678'],
    ['00258 (84) 123-4567', '+258841234567'],
    ['0712345678', null],
    ['+0712345678', null],
    ['+25571234567890123', null],
    ['+255712345678; rm -rf', null],
    ['\u202e+255712345678', null],
    ['=HYPERLINK("x")', null],
  ])('reads the phone %s', (typed, kept) => {
    const read = bulletinChoiceSchema.safeParse({ ...choice, phone: typed });
    expect(read.success ? read.data.phone : null).toBe(kept);
  });
});
