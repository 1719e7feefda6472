/**
 * npm run check: what is quick enough to run before each commit, without a database, a build or a browser.
 * Types, lint, format, layers and unit tests run side by side.
 * Lint and format remember under .cache what they found, by content, and look only at files that changed.
 */
import { checkNode, generate, install, root, say } from './prepare.js';
import { runParts, secondsSince } from './run-tool.js';

checkNode();
process.chdir(root);
install();
generate();

const cache = (name) => ['--cache', '--cache-strategy', 'content', '--cache-location', `.cache/${name}`];
const started = Date.now();
// The longest first, so that the short ones fill the gaps.
const failed = await runParts([
  ['unit', 'vitest', ['run', '--config', 'tests/vitest.config.ts', '--project', 'unit', '--reporter=dot']],
  ['types', 'tsc', ['--noEmit']],
  ['format', 'prettier', ['--check', '.', '--log-level', 'warn', ...cache('prettier')]],
  ['lint', 'eslint', ['.', '--max-warnings', '0', ...cache('eslint')]],
  ['layers', 'depcruise', ['app', 'scripts', 'prisma', '--config', '.dependency-cruiser.cjs']],
]);
const verdict = failed.length === 0 ? '✓ all is well' : `✗ failed: ${failed.join(', ')}`;
say(`${verdict} (${secondsSince(started)} s in all)`);
process.exit(failed.length === 0 ? 0 : 1);
