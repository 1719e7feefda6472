/**
 * One drawing process of a web or worker process (platform/pictures): draws the pictures that it is sent, one
 * at a time. It knows no setting and no secret, ends with whoever started it, and ends itself when a picture
 * takes more memory than it is given.
 */
import { drawPicture } from '#app/platform/pictures/draw-picture.server';
import type { Picture } from '#app/platform/pictures/picture-drawer';

const [megabytes = '512'] = process.argv.slice(2);
const MAX_BYTES = Number.parseInt(megabytes, 10) * 1024 * 1024;
const LOOK_EVERY_MS = 20;

// Decoding runs beside this thread, so that it can look.
setInterval(() => {
  if (process.memoryUsage.rss() > MAX_BYTES) process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY_MS).unref();
process.on('message', (picture: Picture) => {
  void drawPicture(picture).then((drawn) => process.send?.(drawn));
});
process.once('disconnect', () => process.exit(0));
// A terminal tells the whole group: the process above ends this one when it has what it waits for.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.send?.('ready');
