import { parseArgs, type ParseArgsConfig } from 'node:util';
import { ExpectedError } from '#app/platform/expected-error';
import { expectedFailure } from '#app/platform/expected-failure.server';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Runs a command. What can be mended is said in one sentence on stderr, and the command leaves with 1. A bug
 * keeps its stack.
 */
export async function runCommand(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(expectedFailure(error) ?? error);
    process.exitCode = 1;
  }
}

/**
 * The arguments of a command. An option that it does not have, or one without its value, is said together
 * with the usage.
 */
export function readArguments<const O extends Options>(
  args: readonly string[],
  { options, usage }: { options: O; usage: string },
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [reason = ''] = (error as Error).message.split(/\. |\n/, 1);
    throw usageError(reason, usage);
  }
}

export function usageError(reason: string, usage: string): ExpectedError {
  return new ExpectedError(`${reason.replace(/\.$/, '')}. Usage: ${usage}`);
}
