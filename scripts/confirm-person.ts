/**
 * npm run confirm:person -- EMAIL: the operator has seen the identity paper of a programme's first officer, whom nobody else can confirm yet. The number
 * is asked for on standard input, so that it stands in no history of commands. Leaves with 0, or with 1 and the reason.
 */
import { createInterface } from 'node:readline/promises';
import { confirmByOperator } from '#app/identity/persons/confirm-identity.server';
import { readSettings } from '#app/platform/settings.server';
import { wire } from '#app/platform/wiring.server';
import { translator } from '#app/platform/i18n/translator.server';

async function main(email: string | undefined): Promise<number> {
  if (!email) {
    console.error('Give the address of the account: npm run confirm:person -- officer@example.org');
    return 1;
  }
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const number = await lines.question('Number on the paper: ');
  lines.close();
  const deps = await wire(readSettings(process.env), { name: 'confirm-person', poolSize: 2 });
  try {
    const confirmed = await confirmByOperator(deps, { email, number });
    if (confirmed.ok) console.log(`${email} is confirmed.`);
    else console.error(translator('en')(confirmed.messageKey, confirmed.params ?? {}));
    return confirmed.ok ? 0 : 1;
  } finally {
    await deps.db.$disconnect();
  }
}

process.exitCode = await main(process.argv[2]);
