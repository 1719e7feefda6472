/**
 * npm start: from a fresh clone to a running product. Installs, generates, builds, then hands over to
 * scripts/start.ts, which starts the database, migrates, seeds the demo, and serves. Run again, it does only
 * what is missing.
 */
import { build, checkNode, generate, install, root, say, startTypeScript } from './prepare.js';

checkNode();
process.chdir(root);
install();
generate();
build();
say('starting …');
const child = startTypeScript('scripts/start.ts', process.argv.slice(2), {
  env: { NODE_ENV: process.env.NODE_ENV ?? 'production' },
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
