import { test as base, type BrowserContext } from '@playwright/test';
import pg from 'pg';
import { signIn } from './browse';
import { listViewers, type Viewer } from './page-addresses';
import type { RoleName } from './pages';

export type Demo = {
  url: string;
  db: pg.Pool;
  viewer(role: RoleName): Viewer;
  /**
   * The cookies of a role, signed in once for each worker. On another server of the same demo where `at`
   * names one.
   */
  cookiesOf(role: RoleName, at?: string): ReturnType<BrowserContext['cookies']>;
};

/** Tests on the running demo: its address, its database and its people. */
export const test = base.extend<object, { demo: Demo }>({
  demo: [
    async ({ browser }, use) => {
      const [url, databaseUrl] = [process.env['E2E_URL'], process.env['E2E_DATABASE_URL']];
      if (!url || !databaseUrl) throw new Error('E2E_URL and E2E_DATABASE_URL go together.');
      const db = new pg.Pool({ connectionString: databaseUrl, max: 2 });
      const { password, viewers } = await listViewers(db);
      const viewer = (role: RoleName): Viewer => {
        const found = viewers.find(({ name }) => name === role);
        if (!found) throw new Error(`The demo has no login for ${role}.`);
        return found;
      };
      const kept = new Map<string, ReturnType<BrowserContext['cookies']>>();
      const enter = async (role: RoleName, at: string) => {
        const { email } = viewer(role);
        if (!email) return [];
        const context = await browser.newContext();
        await signIn(context, { url: at, email, password });
        const cookies = await context.cookies();
        await context.close();
        return cookies;
      };
      await use({
        url,
        db,
        viewer,
        cookiesOf: (role, at = url) => {
          const cookies = kept.get(role + at) ?? enter(role, at);
          kept.set(role + at, cookies);
          return cookies;
        },
      });
      await db.end();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
