/** Tools of node_modules as processes: alone, or several side by side. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { root, say } from './prepare.js';

/** Runs a command of node_modules to its end. A quiet one hands over what it printed. */
export function runTool(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(path.join(root, 'node_modules', '.bin', command), args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: quiet ? '0' : '1', ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs parts, each `[name, command, arguments]`, two at a time: the machine we plan for has two cores.
 * Says how long each took, shows what a failed one printed, and returns the names of those that failed.
 */
export async function runParts(parts) {
  const waiting = [...parts];
  const failed = [];
  await Promise.all(
    [1, 2].map(async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [name, command, args] = next;
        const started = Date.now();
        const { code, output } = await runTool(command, args, { quiet: true });
        if (code !== 0) {
          failed.push(name);
          console.error(output);
        }
        say(`${code === 0 ? '✓' : '✗'} ${name} (${secondsSince(started)} s)`);
      }
    }),
  );
  return failed;
}

export function secondsSince(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}
