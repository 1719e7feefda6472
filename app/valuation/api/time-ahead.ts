import type { InputIssue } from '../formula/input-issues';

type Times = { asOf?: string; knownAt: string | null };

/** What lies ahead of the domain's own clock: nothing is known of it, and an answer would change without a correction. */
export function timeAhead({ asOf, knownAt }: Times, now: Date): InputIssue[] {
  const [today, instant] = [now.toISOString().slice(0, 10), `${now.toISOString().slice(0, 19)}Z`];
  const issues: InputIssue[] = [];
  if (asOf !== undefined && asOf > today)
    issues.push({
      path: 'asOf',
      code: 'in_future',
      message: `A day up to today: here it is ${today} (UTC)`,
    });
  if (knownAt !== null && new Date(knownAt) > now)
    issues.push({
      path: 'knownAt',
      code: 'in_future',
      message: `An instant up to now, or none at all for what is known now: here it is ${instant}`,
    });
  return issues;
}
