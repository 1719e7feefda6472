import { parseCrontab } from 'graphile-worker';
import { describe, expect, it } from 'vitest';
import { crontabOf } from '#app/platform/jobs/run-worker.server';
import { jobHandlers, jobSchedule } from '../../../scripts/job-handlers';

describe('jobs by the calendar', () => {
  it('are understood by the runner, each by its own name, and each has a handler', () => {
    const lines = parseCrontab(crontabOf(jobSchedule));
    expect(lines).toHaveLength(jobSchedule.length);
    expect(new Set(lines.map(({ identifier }) => identifier)).size).toBe(jobSchedule.length);
    for (const { task } of lines) expect(Object.keys(jobHandlers)).toContain(task);
    expect(parseCrontab(crontabOf([]))).toEqual([]);
  });
});
