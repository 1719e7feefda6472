import { expect, it } from 'vitest';
import routes from '#app/routes';
import { loggedPath, SECRET_ADDRESSES } from './logged-path';

it('leaves the secret out, however the address is written', () => {
  expect(loggedPath('/invitations/s3cret-Token_1')).toBe('/invitations/[secret]');
  expect(loggedPath('/Invitations/s3cret.data')).toBe('/Invitations/[secret]');
  expect(loggedPath('/mailbox/s3cret/')).toBe('/mailbox/[secret]/');
  expect(loggedPath('/account/mailbox')).toBe('/account/mailbox');
  expect(loggedPath('/lots/0198')).toBe('/lots/0198');
});

it('knows every address with a token', () => {
  const secret = routes.flatMap(({ path = '' }) => (path.includes(':token') ? [path.split('/')[0]] : []));
  expect(secret.sort()).toEqual([...SECRET_ADDRESSES].sort());
});
