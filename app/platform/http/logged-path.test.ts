import { expect, it } from 'vitest';
import routes from '#app/routes';
import { loggedLine, loggedPath, SECRET_ADDRESSES } from './logged-path';

it('leaves the secret out, however the address is written', () => {
  expect(loggedPath('/invitations/s3cret-Token_1')).toBe('/invitations/[secret]');
  expect(loggedPath('/Invitations/s3cret.data')).toBe('/Invitations/[secret]');
  expect(loggedPath('/mailbox/s3cret/')).toBe('/mailbox/[secret]/');
  expect(loggedPath('/account/mailbox')).toBe('/account/mailbox');
  expect(loggedPath('/lots/0198')).toBe('/lots/0198');
});

it('leaves it out of what an error quotes, too', () => {
  const quoted = [
    String.raw`{"data":"Error: Route \"zz\" does not match URL \"/invitations/s3cret-Token_1\""}`,
    '{"err":{"input":"http://127.0.0.1:99999/mailbox/s3cret-Token_1?a=b","stack":"at /mailbox/s3cret-Token_1\\n"}}',
    '{"url":"https://x.example/invitations%2Fs3cret-Token_1#top"}',
    '{"path":"/%6dailbox/s3cret-Token_1s3cret-Token_1abcd"}',
    '{"path":"/mailbox;x/s3cret-Token_1s3cret-Token_1abcd"}',
  ];
  for (const line of quoted) {
    expect(loggedLine(line)).not.toContain('s3cret');
    expect(() => JSON.parse(loggedLine(line)) as unknown).not.toThrow();
  }
  for (const line of [
    '{"path":"/lots/0198"}',
    '{"path":"/lots/0190a5e0-0000-7000-8000-000000000000"}',
    `{"sha256":"${'a1'.repeat(32)}"}`,
  ])
    expect(loggedLine(line)).toBe(line);
});

it('knows every address with a token', () => {
  const secret = routes.flatMap(({ path = '' }) => (path.includes(':token') ? [path.split('/')[0]] : []));
  expect(secret.sort()).toEqual([...SECRET_ADDRESSES].sort());
});
