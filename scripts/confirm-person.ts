/**
 * npm run confirm:person -- EMAIL: the operator has seen the identity paper of a programme's first officer,
 * whom nobody else can confirm yet. The number is asked for on standard input, so that it stands in no
 * history of commands. Leaves with 0, or with 1 and the reason.
 */
import { createInterface } from 'node:readline/promises';
import { confirmByOperator } from '#app/identity/persons/confirm-identity.server';
import { ExpectedError } from '#app/platform/expected-error';
import { translator } from '#app/platform/i18n/translator.server';
import { readCommandSettings, readIdentityKeys } from '#app/platform/settings/command-settings.server';
import { wireCommand } from '#app/platform/wiring.server';
import { readArguments, runCommand, usageError } from './run-command';

const USAGE = 'npm run confirm:person -- officer@example.org';

async function main(args: readonly string[]): Promise<number> {
  const [email, ...rest] = readArguments(args, { options: {}, usage: USAGE }).positionals;
  if (!email || rest.length > 0) throw usageError('Give the address of one account', USAGE);
  const settings = readIdentityKeys(process.env);
  const deps = await wireCommand(readCommandSettings(process.env), { name: 'confirm-person' });
  try {
    const confirmed = await confirmByOperator({ ...deps, settings }, { email, number: await askNumber() });
    if (confirmed.ok) console.log(`${email} is confirmed.`);
    else console.error(translator('en')(confirmed.messageKey, confirmed.params ?? {}));
    return confirmed.ok ? 0 : 1;
  } finally {
    await deps.db.$disconnect();
  }
}

/**
 * Standard input may end before anything was typed: a question without an answer would then wait for ever.
 */
async function askNumber(): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: process.stdin.isTTY });
  try {
    const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
    const number = await Promise.race([lines.question(process.stdin.isTTY ? 'Number on the paper: ' : ''), ended]);
    if (!number.trim()) throw new ExpectedError('No number was given: type the one on the paper.');
    return number;
  } finally {
    lines.close();
  }
}

await runCommand(() => main(process.argv.slice(2)));
