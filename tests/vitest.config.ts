import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Far from UTC, so that nothing hangs on where a machine stands.
process.env['TZ'] = 'Pacific/Apia';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Unit tests lie beside their file and touch nothing. Integration tests get a migrated database each (see
 * tests/support).
 */
export default defineConfig({
  root,
  resolve: {
    alias: {
      '#app': `${root}app`,
      '#tests': `${root}tests`,
      '#prisma': `${root}prisma`,
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['app/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts', 'tests/layers/*.test.ts'],
          // Properties run hundreds of cases. A busy machine is no failure.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/{integration,abuse,faults}/**/*.test.ts'],
          globalSetup: ['tests/support/database-cluster.ts'],
          // A test that hangs is found. One that only waits for its turn on a busy machine is not blamed.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    maxWorkers: 2,
  },
});
