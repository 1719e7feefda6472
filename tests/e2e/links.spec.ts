import { expect, test } from '../support/demo-test';
import { addressesOf } from '../support/page-addresses';
import { pagesOf, ROLE_NAMES } from '../support/pages';

// Every test only reads.
test.describe.configure({ mode: 'parallel' });

/** Of links that differ in their ids alone, so many are followed from all pages of a role. */
const OF_A_KIND = 3;
const AT_ONCE = 4;
const LINK = /<(?:a|img|link|form)\s[^>]*?(?:href|src|action)="([^"#]+)/g;

for (const role of ROLE_NAMES) {
  test(`no page offers ${role} what is closed to them or not there`, async ({ demo }) => {
    const cookies = await demo.cookiesOf(role);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const read = async (path: string) => {
      const response = await fetch(demo.url + path, {
        redirect: 'manual',
        headers: { cookie, 'accept-language': 'en' },
      });
      const isPage = response.headers.get('content-type')?.includes('text/html') ?? false;
      return { status: response.status, html: isPage ? await response.text() : (await response.arrayBuffer(), '') };
    };

    const places = new Map<string, string[]>();
    const kinds = new Map<string, number>();
    for (const page of pagesOf(role)) {
      for (const { address } of await addressesOf(demo.db, demo.viewer(role), page)) {
        const { html } = await read(address);
        for (const [, href = ''] of html.matchAll(LINK)) {
          const link = new URL(href.replaceAll('&amp;', '&'), demo.url + address);
          if (link.origin !== demo.url) continue;
          const path = link.pathname + link.search;
          const found = places.get(path);
          const kind = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g, ':id');
          if (!found) {
            const count = kinds.get(kind) ?? 0;
            if (count >= OF_A_KIND) continue;
            kinds.set(kind, count + 1);
          }
          places.set(path, [...(found ?? []), address]);
        }
      }
    }
    expect(places.size).toBeGreaterThan(20);

    const dead: string[] = [];
    const left = [...places];
    const follow = async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const [path, from] = next;
        const { status } = await read(path);
        // Addresses that forms are sent to need not be pages.
        if (status >= 400 && status !== 405) dead.push(`${path} (${status}) on ${from[0]}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, follow));
    expect(dead.sort()).toEqual([]);
  });
}
