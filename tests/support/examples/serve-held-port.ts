/** A process that serves on a port which the process above it holds. */
import { takeHeldPort } from '#app/platform/serve/hold-port.server';
import { listen } from '#app/platform/serve/listen.server';

await listen((_, response) => void response.end('from the child'), await takeHeldPort('web'));
process.send?.('serving');
