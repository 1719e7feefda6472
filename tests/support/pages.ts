import routes from '../../app/routes';
import { READING, VISITORS, type VisitorName } from './access-table';

/** Whom the demo has a login for, named like `cooperative-manager`, and `stranger`: nobody signed in. */
export type RoleName = 'stranger' | `${'cooperative' | 'buyer' | 'programme'}-${string}`;

const VISITOR_OF = new Map<RoleName, VisitorName>(
  VISITORS.filter((visitor) => !visitor.startsWith('foreign ')).map((visitor) => [nameOf(visitor), visitor]),
);

function nameOf(visitor: VisitorName): RoleName {
  return visitor === 'nobody' ? 'stranger' : (visitor.replace(' ', '-') as RoleName);
}

export const ROLE_NAMES: readonly RoleName[] = [...VISITOR_OF.keys()];

/**
 * Every page of routes.ts, in its order. Addresses that answer files or data (`.ts`) are no pages, nor is
 * what matches nothing.
 */
export const PAGES: readonly string[] = routes
  .filter(({ file, path }) => file.endsWith('.tsx') && path !== '*')
  .map(({ path = '' }) => `/${path.replace(/^\//, '')}`);

/** The pages that the table of access opens to a role. A page without a row there fails. */
export function pagesOf(name: RoleName): string[] {
  const visitor = VISITOR_OF.get(name);
  if (!visitor) throw new Error(`${name} is nobody in the table of access.`);
  return PAGES.filter((path) => {
    const row = READING[path];
    if (!row) throw new Error(`${path} is in routes.ts but has no row in tests/support/access-table.ts.`);
    return row[visitor] === 200;
  });
}
