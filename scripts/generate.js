/**
 * npm run generate: the database client from prisma/schema. The commands do it by themselves when the schema
 * has changed.
 */
import { checkNode, generate, install, root, say } from './prepare.js';

const [unknown] = process.argv.slice(2);
if (unknown !== undefined) {
  console.error(`Unknown argument: ${unknown}. Usage: npm run generate`);
  process.exit(1);
}
checkNode();
process.chdir(root);
install();
generate();
say('the database client is up to date');
