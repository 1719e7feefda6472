import { describe, expect, it } from 'vitest';
import { signUpSchema } from './person.schema';

const GOOD = { name: 'Amina João', email: ' Amina@Example.org ', password: 'seven green kilns' };

function problems(input: object): string[] {
  const parsed = signUpSchema.safeParse({ ...GOOD, ...input });
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
}

describe('what a new person types', () => {
  it('keeps the address in lower case without blanks', () => {
    expect(signUpSchema.parse(GOOD).email).toBe('amina@example.org');
  });

  it.each([
    [{ name: 'A' }, 'name identity:refusal.name'],
    [{ name: 'Amina\u202eoãoJ' }, 'name identity:refusal.name'],
    [{ email: 'amina@' }, 'email identity:refusal.email'],
    [{ password: 'short' }, 'password identity:refusal.passwordShort'],
    [{ password: 'aaaaaaaaaaaa' }, 'password identity:refusal.passwordWeak'],
    [{ password: 'my name is amina' }, 'password identity:refusal.passwordWeak'],
    [{ password: 'x1y2z'.repeat(30) }, 'password identity:refusal.passwordLong'],
  ])('refuses %j', (input, problem) => {
    expect(problems(input)).toContain(problem);
  });
});
