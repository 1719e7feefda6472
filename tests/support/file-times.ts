import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** Writes how long each file took, hooks and imports included: Vitest's own report knows only its tests. */
export default class FileTimes implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const dir = process.env['REPORTS_DIR'];
    if (!dir) return;
    const times = modules.map((module) => {
      const { duration, collectDuration, setupDuration } = module.diagnostic();
      return { file: module.moduleId, millis: Math.trunc(duration + collectDuration + setupDuration) };
    });
    writeFileSync(path.join(dir, 'vitest-times.json'), JSON.stringify(times));
  }
}
