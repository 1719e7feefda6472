import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Settings } from '#app/platform/settings';
import { inspectFile } from '#app/verification/documents/inspect-file.server';
import { getDocument } from '#app/verification/documents/get-document.server';
import { storeDocument } from '#app/verification/documents/store-document.server';
import { testOrganisation } from '#tests/support/people';
import { documentRow } from '#tests/support/rows';
import { samplePdf } from '#tests/support/examples/sample-files';
import { testDeps } from '#tests/support/test-deps';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

describe('what an upload is', async () => {
  const deps = await testDeps();
  const actor = { userId: 'somebody', organisationId: deps.newId() };
  const inspect = (file: { name: string; bytes: Uint8Array }, change: Partial<Settings> = {}) =>
    inspectFile({ ...deps, settings: { ...deps.settings, ...change } }, { actor, file, path: 'file' });

  it('takes a PDF as it is', async () => {
    const pdf = samplePdf('Licence');
    expect(await inspect({ name: 'licence.pdf', bytes: pdf })).toEqual({
      ok: true,
      value: { bytes: pdf, contentType: 'application/pdf', fileName: 'licence.pdf' },
    });
  });

  it.each([
    ['a line feed before it', joined(bytesOf('\n'), samplePdf('x'))],
    ['a line end and blanks before it', joined(bytesOf('\r\n   '), samplePdf('x'))],
    ['200 other bytes before it', joined(new Uint8Array(200).fill(66), samplePdf('x'))],
    ['no end mark', samplePdf('x').subarray(0, -8)],
    ['3000 zero bytes behind it', joined(samplePdf('x'), new Uint8Array(3000))],
  ])('takes a PDF as its readers do: with %s', async (_what, bytes) => {
    expect(await inspect({ name: 'licence.pdf', bytes })).toMatchObject({
      ok: true,
      value: { contentType: 'application/pdf', bytes },
    });
  });

  it('refuses what would take an organisation over its quota, and says how much it has', async () => {
    const { organisationId, as } = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
    const today = deps.clock.now();
    const uploadedById = as.officer.userId;
    for (const uploadedAt of [today, today, new Date('2026-05-01')])
      await documentRow(deps, { organisationId, uploadedById, uploadedAt, sizeBytes: 1_048_576 });
    const send = (uploads: Partial<Settings['uploads']>) =>
      inspectFile(
        { ...deps, settings: { ...deps.settings, uploads: { ...deps.settings.uploads, ...uploads } } },
        { actor: as.officer, file: { name: 'a.pdf', bytes: samplePdf('x') }, path: 'file' },
      );
    expect(await send({})).toMatchObject({ ok: true });
    const day = { ok: false, code: 'quota-day', path: 'file', params: { files: 2, megabytes: 2 } };
    expect(await send({ filesPerDay: 2 })).toMatchObject({ ...day, params: { ...day.params, maxFiles: 2 } });
    expect(await send({ megabytesPerDay: 2 })).toMatchObject({ ...day, params: { ...day.params, maxMegabytes: 2 } });
    expect(await send({ filesPerDay: 3, megabytesPerDay: 3, files: 4, megabytes: 4 })).toMatchObject({ ok: true });
    const total = { ok: false, code: 'quota-total', params: { files: 3, megabytes: 3 } };
    expect(await send({ files: 3 })).toMatchObject(total);
    expect(await send({ megabytes: 3 })).toMatchObject(total);
  });

  it('counts what is sent at once: of forty papers for three places three are kept', async () => {
    const organisation = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
    const actor = organisation.as.officer;
    const settings = { ...deps.settings, uploads: { ...deps.settings.uploads, filesPerDay: 3 } };
    const file = { name: 'a.pdf', bytes: samplePdf('x') };
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => storeDocument({ ...deps, settings }, { actor, kind: 'registration', file })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.code])))).toEqual(new Set(['quota-day']));
    const { organisationId } = organisation;
    expect(await deps.db.document.count({ where: { organisationId } })).toBe(3);
  });

  it('draws a picture anew without what the camera wrote into it', async () => {
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#884422' } })
      .withExif({ IFD0: { Make: 'Tecno' }, IFD3: { GPSLatitude: '16/1 7/1 0/1', GPSLatitudeRef: 'S' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const inspected = await inspect({ name: 'IMG_1.JPG', bytes: photo });
    if (!inspected.ok) throw new Error(inspected.code);
    expect(inspected.value).toMatchObject({ contentType: 'image/jpeg', fileName: 'IMG_1.jpg' });
    const metadata = await sharp(inspected.value.bytes).metadata();
    expect(metadata).toMatchObject({ width: 40, height: 20 });
    expect(metadata.exif).toBeUndefined();
    expect(Buffer.from(inspected.value.bytes).includes('Tecno')).toBe(false);
  });

  const png = sharp({
    create: {
      width: 600,
      height: 600,
      channels: 3,
      background: '#336655',
      noise: { type: 'gaussian', mean: 100, sigma: 40 },
    },
  })
    .png()
    .toBuffer();

  it.each([
    ['nothing', '', new Uint8Array(), 'file-missing'],
    [
      'a web page that calls itself a PDF',
      'licence.pdf',
      bytesOf('<html><script>alert(1)</script></html>'),
      'file-type',
    ],
    ['a program', 'photo.png', bytesOf('MZ\u0090\u0000\u0003'), 'file-type'],
    [
      'a drawing with scripts',
      'logo.svg',
      bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      'file-type',
    ],
    ['a PDF that calls itself a photo', 'photo.jpg', samplePdf('x'), 'file-lies'],
    ['a PDF whose header comes too late', 'licence.pdf', joined(new Uint8Array(1100), samplePdf('x')), 'file-type'],
  ])('refuses %s', async (_what, name, bytes, code) => {
    expect(await inspect({ name, bytes })).toMatchObject({ ok: false, code, path: 'file' });
  });

  it('refuses a picture that lost its end, one that lies, and one that is too large', async () => {
    const bytes = await png;
    expect(await inspect({ name: 'a.png', bytes: bytes.subarray(0, bytes.length / 2) })).toMatchObject({
      code: 'file-broken',
    });
    expect(await inspect({ name: 'a.pdf', bytes })).toMatchObject({
      code: 'file-lies',
      params: { name: 'a.pdf', claimed: 'PDF', found: 'PNG' },
    });
    expect(await inspect({ name: 'a.png', bytes }, { maxUploadBytes: 1000 })).toMatchObject({
      code: 'file-too-large',
    });
  });
});

describe('who may read a document', async () => {
  const deps = await testDeps();
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer', 'observer'] });
  const otherProgramme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const { organisationId: programmeId } = programme;
  const own = await testOrganisation(deps, { kind: 'cooperative', roles: ['manager', 'member'], programmeId });
  const foreign = await testOrganisation(deps, { kind: 'cooperative', roles: ['manager'], programmeId });
  const buyer = await testOrganisation(deps, { kind: 'buyer', roles: ['purchaser'], programmeId });
  const pdf = samplePdf('Licence');
  const stored = await storeDocument(deps, {
    actor: own.as.manager,
    kind: 'registration',
    file: { name: 'registo.pdf', bytes: pdf },
  });
  if (!stored.ok) throw new Error(stored.code);
  const { documentId } = stored.value;

  it.each([
    ['its own people', own.as.member],
    ['staff of its programme', programme.as.officer],
  ])('%s read it', async (_who, actor) => {
    const document = await getDocument(deps, { actor, documentId });
    expect(document).toMatchObject({ fileName: 'registo.pdf', contentType: 'application/pdf' });
    expect(Buffer.from(document.bytes).equals(Buffer.from(pdf))).toBe(true);
  });

  it.each([
    ['nobody in particular', null],
    ['another cooperative', foreign.as.manager],
    ['a buyer', buyer.as.purchaser],
    ['another programme', otherProgramme.as.officer],
  ])('for %s it does not exist', async (_who, actor) => {
    await expect(getDocument(deps, { actor, documentId })).rejects.toMatchObject({ status: 404 });
  });

  it('an observer of its programme reads no papers', async () => {
    const actor = programme.as.observer;
    await expect(getDocument(deps, { actor, documentId })).rejects.toMatchObject({ status: 403 });
  });

  it('stores nothing of a refused file', async () => {
    const before = await deps.db.document.count();
    const refused = await storeDocument(deps, {
      actor: own.as.manager,
      kind: 'registration',
      file: { name: 'x.pdf', bytes: bytesOf('no pdf') },
    });
    expect(refused.ok).toBe(false);
    expect(await deps.db.document.count()).toBe(before);
  });
});
