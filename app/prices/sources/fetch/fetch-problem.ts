/** Why no file came, each with a sentence in plain words. */
export const FETCH_PROBLEMS = {
  'address-refused': 'pricing:feeds.problem.addressRefused',
  'too-many-redirects': 'pricing:feeds.problem.tooManyRedirects',
  unreachable: 'pricing:feeds.problem.unreachable',
  'timed-out': 'pricing:feeds.problem.timedOut',
  'cut-off': 'pricing:feeds.problem.cutOff',
  'too-big': 'pricing:feeds.problem.tooBig',
  'wrong-type': 'pricing:feeds.problem.wrongType',
  'too-many-requests': 'pricing:feeds.problem.tooManyRequests',
  'server-error': 'pricing:feeds.problem.serverError',
  'refused-status': 'pricing:feeds.problem.refusedStatus',
} as const;
export type FetchProblemCode = keyof typeof FETCH_PROBLEMS;

export type FetchProblem = {
  kind: 'failed';
  code: FetchProblemCode;
  params: Record<string, string | number>;
  /** It may pass by itself: worth another try before the next hour of the timetable. */
  passing: boolean;
  /** What the publisher asked for, in seconds; null where nothing. */
  retryAfterSeconds: number | null;
};

const PASSING = new Set<FetchProblemCode>(['unreachable', 'timed-out', 'cut-off', 'too-many-requests', 'server-error']);

export function failed(
  code: FetchProblemCode,
  params: Record<string, string | number> = {},
  retryAfterSeconds: number | null = null,
): FetchProblem {
  return { kind: 'failed', code, params, passing: PASSING.has(code), retryAfterSeconds };
}

/** Pauses before the second, third … try. */
const PAUSES_MINUTES = [1, 5, 15, 60, 180];
const MOST_RETRY_AFTER_SECONDS = 24 * 3600;

/** Seconds until the next try after `attempt` of them; null: no more before the next hour of the timetable. */
export function pauseSeconds(attempt: number, { passing, retryAfterSeconds }: FetchProblem): number | null {
  const pause = PAUSES_MINUTES[attempt - 1];
  if (!passing || pause === undefined) return null;
  return Math.max(pause * 60, Math.min(retryAfterSeconds ?? 0, MOST_RETRY_AFTER_SECONDS));
}

/** RFC 9110: seconds, or a date. Null where neither. */
export function retryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number.parseInt(header, 10);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now.getTime()) / 1000));
}
