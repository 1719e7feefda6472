import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore } from './file-store';

const SAFE_KEY = /^[a-z0-9][a-z0-9/-]*(\.[a-z0-9]+)?$/;

/** Files in a folder that the web server never serves by itself. Written beside, synced, then renamed: a crash leaves no half file. */
export function createLocalFiles(dir: string): FileStore {
  function place(key: string): string {
    if (!SAFE_KEY.test(key)) throw new Error(`Unsafe file key: ${key}`);
    return path.join(dir, key);
  }
  return {
    async put(key, bytes) {
      const file = place(key);
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      const handle = await open(`${file}.part`, 'w', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(`${file}.part`, file);
    },
    async get(key) {
      return readFile(place(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
    },
    remove: (key) => rm(place(key), { force: true }),
  };
}
