import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '#app/verification/documents/inspect-file.server';
import { getDocument } from '#app/verification/documents/get-document.server';
import { storeDocument } from '#app/verification/documents/store-document.server';
import { testOrganisation } from '#tests/support/people';
import { samplePdf } from '#tests/support/examples/sample-files';
import { testDeps } from '#tests/support/test-deps';

const LIMIT = { maxBytes: 8 * 1024 * 1024, path: 'file' };
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('what an upload is', () => {
  it('takes a PDF as it is', async () => {
    const pdf = samplePdf('Licence');
    expect(await inspectFile({ name: 'licence.pdf', bytes: pdf }, LIMIT)).toEqual({
      ok: true,
      value: { bytes: pdf, contentType: 'application/pdf', fileName: 'licence.pdf' },
    });
  });

  it('draws a picture anew without what the camera wrote into it', async () => {
    const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#884422' } })
      .withExif({ IFD0: { Make: 'Tecno' }, IFD3: { GPSLatitude: '16/1 7/1 0/1', GPSLatitudeRef: 'S' } })
      .jpeg()
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const inspected = await inspectFile({ name: 'IMG_1.JPG', bytes: photo }, LIMIT);
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
    ['a PDF that lost its end', 'licence.pdf', samplePdf('x').subarray(0, 120), 'file-broken'],
  ])('refuses %s', async (_what, name, bytes, code) => {
    expect(await inspectFile({ name, bytes }, LIMIT)).toMatchObject({ ok: false, code, path: 'file' });
  });

  it('refuses a picture that lost its end, one that lies, and one that is too large', async () => {
    const bytes = await png;
    expect(await inspectFile({ name: 'a.png', bytes: bytes.subarray(0, bytes.length / 2) }, LIMIT)).toMatchObject({
      code: 'file-broken',
    });
    expect(await inspectFile({ name: 'a.pdf', bytes }, LIMIT)).toMatchObject({
      code: 'file-lies',
      params: { name: 'a.pdf', claimed: 'PDF', found: 'PNG' },
    });
    expect(await inspectFile({ name: 'a.png', bytes }, { ...LIMIT, maxBytes: 1000 })).toMatchObject({
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
    ['observers of its programme', programme.as.observer],
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
