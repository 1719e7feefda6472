import { defineConfig } from 'prisma/config';

// The CLI looks for a schema engine binary which it would download. Generation does not need one, and
// migrations run through the same engine compiled to WebAssembly (app/platform/db/schema-engine.server.ts):
// any executable satisfies it.
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= process.execPath;

export default defineConfig({
  schema: 'schema',
  migrations: { path: 'migrations' },
});
