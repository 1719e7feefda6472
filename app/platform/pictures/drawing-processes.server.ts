import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { Log } from '../log';
import type { Settings } from '../settings';
import type { Drawn, Picture, PictureDrawer } from './picture-drawer';

const SCRIPT = 'scripts/draw-pictures.ts';
/** A process that nobody needs gives its memory back. */
const IDLE_MS = 60_000;
const BUSY: Drawn = { ok: false, why: 'busy' };

type Task = { picture: Picture; answer(drawn: Drawn): void; patience: NodeJS.Timeout };
type Drawing = { child: ChildProcess; isReady: boolean; task: Task | null; timer: NodeJS.Timeout | null };

/**
 * A few child processes that draw pictures, and a queue in front of them. Processes and not threads: a decoder that crashes or eats memory outside
 * of JavaScript's takes its whole process along, and no page may go with it. What takes too long is killed; who waits too long is told.
 */
export function createDrawingProcesses({ limits, log }: { limits: Settings['pictures']; log: Log }): PictureDrawer {
  const waiting: Task[] = [];
  const drawings = new Set<Drawing>();
  let stopped = false;

  function draw(picture: Picture): Promise<Drawn> {
    if (stopped || waiting.length >= limits.maxQueue) return Promise.resolve(BUSY);
    return new Promise((resolve) => {
      const task: Task = {
        picture,
        answer: resolve,
        patience: setTimeout(() => {
          waiting.splice(waiting.indexOf(task), 1);
          resolve(BUSY);
        }, limits.waitSeconds * 1000),
      };
      waiting.push(task);
      next();
    });
  }

  function next(): void {
    if (waiting.length === 0) return;
    const free = [...drawings].find(({ task, isReady }) => isReady && task === null);
    if (free) return give(free);
    const starting = [...drawings].filter(({ isReady }) => !isReady).length;
    if (drawings.size < limits.processes && starting < waiting.length) start();
  }

  function give(drawing: Drawing): void {
    const task = waiting.shift();
    if (!task) return;
    clearTimeout(task.patience);
    drawing.task = task;
    timeOut(drawing, limits.drawSeconds * 1000);
    drawing.child.ref();
    drawing.child.channel?.ref();
    drawing.child.send(task.picture, (error) => error && drawing.child.kill('SIGKILL'));
  }

  function timeOut(drawing: Drawing, ms: number): void {
    if (drawing.timer) clearTimeout(drawing.timer);
    drawing.timer = setTimeout(() => drawing.child.kill('SIGKILL'), ms).unref();
  }

  function start(): void {
    const child = fork(SCRIPT, [String(limits.maxMegabytes)], {
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
    });
    const drawing: Drawing = { child, isReady: false, task: null, timer: null };
    drawings.add(drawing);
    if (child.pid !== undefined) makeLowPriority(child.pid);
    child.on('message', (message: 'ready' | Drawn) => {
      if (message === 'ready') drawing.isReady = true;
      else drawing.task?.answer(message);
      drawing.task = null;
      rest(drawing);
      next();
    });
    child.once('error', (error) => {
      log.error({ err: error }, 'a drawing process did not start');
      gone(drawing);
    });
    child.once('exit', () => gone(drawing));
  }

  /** Does not keep a process alive that has nothing else to do. */
  function rest(drawing: Drawing): void {
    drawing.child.unref();
    drawing.child.channel?.unref();
    timeOut(drawing, IDLE_MS);
  }

  function gone(drawing: Drawing): void {
    if (!drawings.delete(drawing)) return;
    if (drawing.timer) clearTimeout(drawing.timer);
    if (drawing.task) {
      log.warn({ bytes: drawing.task.picture.bytes.length }, 'a picture took its drawing process along');
      drawing.task.answer({ ok: false, why: 'too-heavy' });
    }
    if (drawing.isReady) return next();
    log.error({}, 'a drawing process ended before it was ready');
    for (const task of waiting.splice(0)) {
      clearTimeout(task.patience);
      task.answer(BUSY);
    }
  }

  async function stop(): Promise<void> {
    stopped = true;
    const ended = [...drawings].map(({ child }) => new Promise((resolve) => child.once('exit', resolve)));
    for (const { child } of drawings) child.kill('SIGKILL');
    await Promise.all(ended);
  }

  return { draw, stop };
}

/** Pages come first; where the system does not allow it, all are equal. */
function makeLowPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Gone already, or not allowed.
  }
}
