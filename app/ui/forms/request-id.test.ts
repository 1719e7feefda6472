import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Forms that only set a cookie of their reader, a session's too. */
const WITHOUT = [
  'app/identity/sign-in/demo-logins-card.tsx',
  'app/identity/sign-in/sign-in-screen.tsx',
  'app/ui/shell/preferences.tsx',
  'app/ui/shell/shell-header.tsx',
];

/** Send again what a form with a request id sent. */
const CARRIED = ['app/identity/sign-in/send-held-screen.tsx', 'app/front/shell/busy-screen.tsx'];

const FILES = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .map((file) => `app/${file}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/(stripe-sandbox|generated)\//.test(file));

function postForms(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)].map(([form]) => form);
}

describe('a form that writes', () => {
  it('carries a request id, wherever it stands', () => {
    const bare = FILES.filter((file) => !WITHOUT.includes(file) && !CARRIED.includes(file)).flatMap((file) =>
      postForms(file).flatMap((form) => (form.includes('<RequestId') ? [] : [`${file}: ${form.slice(0, 80)}`])),
    );
    expect(bare).toEqual([]);
  });

  it('is read with its key over all content, never by the bare id', () => {
    const bare = FILES.filter((file) => /text\('requestId'\)/.test(readFileSync(file, 'utf8')));
    expect(bare).toEqual([]);
  });

  it('is left out only where there is such a form', () => {
    expect([...WITHOUT, ...CARRIED].filter((file) => postForms(file).length === 0)).toEqual([]);
  });
});
