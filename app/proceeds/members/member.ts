import { orAmbiguous, readTypedDecimal } from '#app/money/typed-decimal';
import { ok, refuse, type Result } from '#app/platform/result';
import { isSex, type Sex } from './sex';

/** What members do. Women hold the worst-paid of them, so the roll says who does what. */
export const TASKS = [
  'digging',
  'carrying',
  'crushing',
  'washing',
  'smelting',
  'cutting',
  'moulding',
  'firing',
  'guarding',
  'cooking',
  'office',
  'other',
] as const;
export type Task = (typeof TASKS)[number];

export function isTask(text: string): text is Task {
  return (TASKS as readonly string[]).includes(text);
}

/** A member as typed. `code` may be empty, then the next free one is given. */
export type MemberInput = {
  /** The language in which figures were typed. */
  locale?: string | undefined;
  code: string;
  name: string;
  sex: string;
  task: string;
  hours: string;
  contribution: string;
};

export type MemberFacts = { code: string; name: string; sex: Sex; task: Task; hours: string; contribution: string };

export type MemberRefusal = 'bad-code' | 'bad-name' | 'bad-sex' | 'bad-task' | 'bad-weight';

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}./-]{0,19}$/u;
const MOST = '9999999999';

/** Decimal with at most two places, from nothing to ten digits, as typed in a language. */
export function readWeight(text: string, locale?: string): ReturnType<typeof readTypedDecimal> {
  return readTypedDecimal(text.trim() || '0', { maxDecimals: 2, max: MOST, zero: true, locale });
}

/** Checks a member's line. Refusals name the field. */
export function readMember(input: MemberInput): Result<MemberFacts, MemberRefusal> {
  const code = input.code.trim();
  const name = input.name.trim().replace(/\s+/gu, ' ');
  if (code !== '' && !CODE.test(code)) return refuse('bad-code', 'programme:refusal.memberCode', { path: 'code' });
  if (name === '' || name.length > 120) return refuse('bad-name', 'programme:refusal.memberName', { path: 'name' });
  if (!isSex(input.sex)) return refuse('bad-sex', 'programme:refusal.memberSex', { path: 'sex' });
  if (!isTask(input.task)) return refuse('bad-task', 'programme:refusal.memberTask', { path: 'task' });
  const bad = (path: string) => refuse('bad-weight', 'programme:refusal.weight', { path });
  const hours = readWeight(input.hours, input.locale);
  if (!('value' in hours)) return orAmbiguous(bad('hours'), hours);
  const contribution = readWeight(input.contribution, input.locale);
  if (!('value' in contribution)) return orAmbiguous(bad('contribution'), contribution);
  return ok({ code, name, sex: input.sex, task: input.task, hours: hours.value, contribution: contribution.value });
}

/** `M-007` after `M-006`: one more than the highest code of this form. */
export function nextCode(taken: readonly string[]): string {
  const numbers = taken.map((code) => /^M-(\d{1,6})$/.exec(code)?.[1]).filter((text) => text !== undefined);
  const highest = numbers.reduce((most, text) => Math.max(most, Number.parseInt(text, 10)), 0);
  return `M-${(highest + 1).toString().padStart(3, '0')}`;
}
