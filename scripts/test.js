/**
 * npm test: everything. Types, lint, format, layers, dead code, then unit and integration tests on a real
 * PostgreSQL, then the built server in a real browser. It ends by naming its ten slowest files, then counts
 * over all suites in its last line.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { build, checkNode, generate, install, root, say } from './prepare.js';
import { runParts, runTool } from './run-tool.js';

checkNode();
process.chdir(root);
install();
generate();

const started = Date.now();
const results = { passed: 0, failed: 0, skipped: 0 };
/** Said again at the end: a long run is often read from its last lines only. */
const failures = [];
/** How long each file of tests took, over all suites. */
const fileTimes = [];
const reports = path.join(root, '.cache', 'test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const checks = [
  ['types', 'tsc', ['--noEmit']],
  ['layers', 'depcruise', ['app', 'scripts', 'prisma', '--config', '.dependency-cruiser.cjs']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['format', 'prettier', ['--check', '.', '--log-level', 'warn']],
  ['dead code', 'knip', ['--no-progress']],
];
const failedChecks = await runParts(checks);
results.failed += failedChecks.length;
results.passed += checks.length - failedChecks.length;
failures.push(...failedChecks);

build();
await suite(
  'unit and integration',
  'vitest',
  [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=dot',
    '--reporter=json',
    '--reporter=./tests/support/file-times.ts',
    `--outputFile.json=${reports}/vitest.json`,
  ],
  readVitest,
);
await suite('browser', 'playwright', ['test', '--config', 'tests/playwright.config.ts'], readPlaywright);

for (const { file, millis } of fileTimes.sort((one, other) => other.millis - one.millis).slice(0, 10))
  say(`slow: ${(millis / 1000).toFixed(1).padStart(6)} s  ${file}`);
for (const failure of failures) say(`✗ ${failure}`);
say(`all suites took ${Math.trunc((Date.now() - started) / 1000)} s`);
console.log(`${results.passed} passed, ${results.failed} failed, ${results.skipped} skipped`);
process.exit(results.failed === 0 && results.passed > 0 ? 0 : 1);

async function suite(name, command, args, read) {
  say(`${name} …`);
  const { code } = await runTool(command, args, { env: { REPORTS_DIR: reports } });
  let counted;
  try {
    counted = read();
  } catch (error) {
    console.error(`The ${name} suite left no report: ${error.message}`);
    counted = { passed: 0, failed: 1, skipped: 0, names: ['no report'] };
  }
  // A suite may fail outside any test: a file that does not load, a server that does not start.
  if (code !== 0 && counted.failed === 0) Object.assign(counted, { failed: 1, names: ['outside any test'] });
  failures.push(...counted.names.map((title) => `${name}: ${title}`));
  for (const key of Object.keys(results)) results[key] += counted[key];
  fileTimes.push(...(counted.times ?? []));
  say(
    `${counted.failed === 0 ? '✓' : '✗'} ${name}: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`,
  );
}

function readVitest() {
  const report = JSON.parse(readFileSync(path.join(reports, 'vitest.json'), 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    names: report.testResults.flatMap(({ name, message, assertionResults }) => [
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => inOneLine(name, fullName, failureMessages[0])),
      ...(message ? [inOneLine(name, 'the file', message)] : []),
    ]),
    times: JSON.parse(readFileSync(path.join(reports, 'vitest-times.json'), 'utf8')).map(({ file, millis }) => ({
      file: path.relative(root, file),
      millis,
    })),
  };
}

function readPlaywright() {
  const { stats, suites } = JSON.parse(readFileSync(path.join(reports, 'playwright.json'), 'utf8'));
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    names: suites
      .flatMap(specs)
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) =>
        inOneLine(file, title, tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message),
      ),
    times: suites.map((suite) => ({
      file: `tests/e2e/${suite.file}`,
      millis: specs(suite)
        .flatMap(({ tests }) => tests.flatMap(({ results }) => results))
        .reduce((sum, { duration }) => sum + duration, 0),
    })),
  };
}

function inOneLine(file, title, message = '') {
  const reason = stripVTControlCharacters(message).split('\n')[0].slice(0, 200);
  return `${path.relative(root, path.resolve(root, file))} › ${title}${reason ? ` (${reason})` : ''}`;
}
