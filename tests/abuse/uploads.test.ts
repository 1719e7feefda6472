import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { startAppServer } from '#tests/support/app-server';
import { acceptOrganisation, testOrganisation } from '#tests/support/people';
import { samplePdf } from '#tests/support/examples/sample-files';
import { testDeps } from '#tests/support/test-deps';
import { signedIn } from '#tests/support/visitor';
import { storedRows } from './stored-rows';

type Upload = { what: string; name: string; type: string; bytes: Uint8Array; says: RegExp };

const text = (content: string) => new TextEncoder().encode(content);
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

describe('uploads that lie', { timeout: 120_000 }, async () => {
  const server = await startAppServer(await testDeps());
  const { deps } = server;
  const programme = await testOrganisation(deps, { kind: 'programme', roles: ['officer'] });
  const buyer = await testOrganisation(deps, {
    kind: 'buyer',
    roles: ['purchaser'],
    programmeId: programme.organisationId,
    locale: 'pt',
  });
  await acceptOrganisation(deps, buyer.organisationId);
  await deps.db.application.updateMany({ data: { state: 'draft' } });
  const person = await signedIn(server, buyer.as.purchaser);
  const other = await testOrganisation(deps, {
    kind: 'buyer',
    roles: ['purchaser'],
    programmeId: programme.organisationId,
  });
  const stranger = await signedIn(server, other.as.purchaser);
  afterAll(() => server.close());

  const png = new Uint8Array(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: '#b87333' } })
      .png()
      .toBuffer(),
  );
  const path = '/buyer/application?requirement=registration';
  const send = ({ name, type, bytes }: Pick<Upload, 'name' | 'type' | 'bytes'>) =>
    person.post(path, {
      requestId: deps.newId(),
      'file-registration': new File([new Uint8Array(bytes)], name, { type }),
      'expiresOn-registration': '',
      'statement-registration': '',
    });

  const lies: Upload[] = [
    {
      what: 'a program named as a PDF',
      name: 'registo.pdf',
      type: 'application/pdf',
      bytes: joined(text('MZ\u0090\u0000'), new Uint8Array(500)),
      says: /PDF|JPEG|ficheiro/,
    },
    {
      what: 'a page named as a PDF',
      name: 'registo.pdf',
      type: 'application/pdf',
      bytes: text('<!doctype html><script>alert(1)</script>'),
      says: /ficheiro/,
    },
    {
      what: 'a drawing with scripts',
      name: 'registo.svg',
      type: 'image/svg+xml',
      bytes: text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      says: /ficheiro/,
    },
    { what: 'a picture named as a PDF', name: 'registo.pdf', type: 'application/pdf', bytes: png, says: /PDF/ },
    {
      what: 'a PDF named as a picture',
      name: 'registo.png',
      type: 'image/png',
      bytes: new Uint8Array(samplePdf('x')),
      says: /PDF/,
    },
    {
      what: 'a picture cut off in the middle',
      name: 'foto.png',
      type: 'image/png',
      bytes: png.slice(0, 50),
      says: /ficheiro/,
    },
    { what: 'an empty file', name: 'registo.pdf', type: 'application/pdf', bytes: new Uint8Array(), says: /ficheiro/ },
    {
      what: 'an archive',
      name: 'registo.pdf',
      type: 'application/pdf',
      bytes: joined(text('PK\u0003\u0004'), new Uint8Array(100)),
      says: /ficheiro/,
    },
    {
      what: 'a file over the limit',
      name: 'registo.pdf',
      type: 'application/pdf',
      bytes: joined(new Uint8Array(samplePdf('x')), new Uint8Array(9_000_000)),
      says: /MB/,
    },
  ];

  it.each(lies)('refuses $what in the reader’s language and keeps nothing', async ({ says, ...file }) => {
    const before = await storedRows(deps);
    const answer = await send(file);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('lang="pt"');
    expect(answer.text).toMatch(says);
    expect(await storedRows(deps)).toEqual(before);
  });

  it('draws a picture anew, so that what hid behind it is gone, and shows it to nobody else', async () => {
    const hidden = '<script>alert(1)</script>';
    const answer = await send({ name: 'foto.png', type: 'image/png', bytes: joined(png, text(hidden)) });
    expect(answer.status).toBe(303);
    const document = await deps.db.document.findFirstOrThrow({ orderBy: { uploadedAt: 'desc' } });
    const shown = await person.get(`/documents/${document.id}`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(shown.text).not.toContain(hidden);
    expect((await stranger.get(`/documents/${document.id}`)).status).toBe(404);
  });

  it('sends a PDF that is a page as well as a download that runs nothing', async () => {
    const both = joined(text('%PDF-1.4\n<script>alert(1)</script>\n'), new Uint8Array(samplePdf('x')));
    const name = '../../etc/\u202Efdp.exe\r\nSet-Cookie: a=1.pdf';
    expect((await send({ name, type: 'text/html', bytes: both })).status).toBe(303);
    const document = await deps.db.document.findFirstOrThrow({ where: { contentType: 'application/pdf' } });
    expect(document.fileName).not.toMatch(/[\u202e\r\n/\\]/);
    const { headers } = await person.get(`/documents/${document.id}`);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('x-content-type-options')).toMatch(/^nosniff/);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('set-cookie')).toBeNull();
  });
});
