import { describe, expect, it } from 'vitest';
import { contentDisposition, documentName, endingOf } from './document-types';

describe('file names', () => {
  it.each([
    ['C:\\Users\\amina\\licença.PDF', 'application/pdf', 'licença.pdf'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpg'],
    ['invoice\u202efdp.exe', 'application/pdf', 'invoicefdp.pdf'],
    ['', 'image/png', 'document.png'],
    [`${'x'.repeat(200)}.png`, 'image/png', `${'x'.repeat(80)}.png`],
  ] as const)('%j as %s → %s', (name, type, kept) => {
    expect(documentName(name, type)).toBe(kept);
  });

  it('reads the ending', () => {
    expect(endingOf('a.b.PDF')).toBe('pdf');
    expect(endingOf('no ending')).toBe('');
  });

  it('cannot break out of the header', () => {
    const header = contentDisposition('attachment', 'licença "1"\r\nX: y.pdf');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header).toContain("filename*=UTF-8''licen%C3%A7a%20%221%22%0D%0AX%3A%20y.pdf");
  });
});
