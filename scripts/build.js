/** npm run build: everything that a production start needs, without starting it. */
import { build, checkNode, generate, install } from './prepare.js';

checkNode();
install();
generate();
build();
