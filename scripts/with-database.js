/**
 * node scripts/with-database.js SCRIPT.ts [...]: runs a command on the installation's database: the one of
 * DATABASE_URL, else the local one in DATA_DIR, which is started for the command if it does not run.
 */
import { checkNode, generate, install, startTypeScript } from './prepare.js';

const [script = '', ...args] = process.argv.slice(2);
checkNode();
install();
generate();
const child = startTypeScript('scripts/with-database.ts', [script, ...args]);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
