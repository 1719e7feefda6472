import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ExpectedError } from '../expected-error';

const require = createRequire(import.meta.url);

/** What our changes to Prisma's adapter (schema-engine.server.ts) were tried with: they reach into what is not its interface. */
export const TRIED = {
  '@prisma/schema-engine-wasm': '7.10.0-4.0edf323efd1d98336f3f0a68684b56f689b900d3',
  '@prisma/adapter-pg': '7.10.0',
  '@prisma/driver-adapter-utils': '7.10.0',
} as const;

type Package = keyof typeof TRIED;

const ENTRIES: Record<Package, string> = {
  '@prisma/schema-engine-wasm': '@prisma/schema-engine-wasm/schema_engine_bg',
  '@prisma/adapter-pg': '@prisma/adapter-pg',
  '@prisma/driver-adapter-utils': '@prisma/driver-adapter-utils',
};

/** Refuses to migrate with another version: a change that is half understood must not touch a database. */
export function requireTriedEngine(versionOf: (name: Package) => string = installedVersion): void {
  for (const name of Object.keys(TRIED) as Package[]) {
    const found = versionOf(name);
    if (found === TRIED[name]) continue;
    throw new ExpectedError(
      `${name} is ${found}, but migrations were tried with ${TRIED[name]}: install that one, or follow ` +
        `docs/decisions/2026-11-30-versions.md and name the new one in app/platform/db/tried-engine.server.ts.`,
    );
  }
}

function installedVersion(name: Package): string {
  const entry = require.resolve(ENTRIES[name]);
  const folder = entry.slice(
    0,
    entry.lastIndexOf(path.join('node_modules', name)) + path.join('node_modules', name).length,
  );
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}
