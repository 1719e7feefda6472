/**
 * npm run verify -- certificate.json [--root HEX]: checks a price certificate without network or database.
 * Says what matches and names what was changed. Leaves with 0 where nothing contradicts itself, else with 1.
 * Genuine it says only where the root of the day that was published is given and fits.
 */
import { readFile, stat } from 'node:fs/promises';
import {
  certificateVerdict,
  checkCertificate,
  type CertificateReport,
  type CertificateVerdict,
} from '#app/evidence/certificate/certificate';
import type { Check, CheckName } from '#app/evidence/check/check-evidence';
import type { Difference } from '#app/evidence/check/json-differences';
import { sha256Digest } from '#app/evidence/check/digest.server';
import { ExpectedError } from '#app/platform/expected-error';
import { readArguments, runCommand, usageError } from './run-command';

const MAX_BYTES = 4 * 1024 * 1024;
const SHOWN = 20;

const TITLE: Record<CheckName, string> = {
  text: 'hash of the text',
  chain: 'chain to earlier evidence',
  sum: 'the sum, done again',
  tree: "way to the day's root",
};
const REASON: Record<string, string> = {
  'day-open': 'the day was not closed yet when this file was made: get it again tomorrow',
  apart: 'made from sales of others, which a certificate does not show',
  'other-formula': 'made by another version of the formula than this program has',
  unreadable: 'what it was made from cannot be read',
  refused: 'with what is written here there would be no price',
};

const CALL = 'npm run verify -- certificate.json [--root HEX]';
const HELP = `Usage: ${CALL}
  HEX: the root that the marketplace published for the day (its page /verify). Without it a file can be found consistent, never genuine.
Leaves with 0 where nothing contradicts itself, with 1 where something was changed or HEX is not its root.`;

const VERDICT: Record<CertificateVerdict, string> = {
  genuine: 'GENUINE: nothing was changed, and it stands under the published root.',
  consistent:
    'CONSISTENT, NOT PROVEN YET: nothing contradicts itself, but whoever can write a file can write one that fits itself.',
  false: 'NOT GENUINE: see above.',
};

// Who reads only the first lines (| head) has read enough.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

async function main(args: readonly string[]): Promise<number> {
  const options = { help: { type: 'boolean', default: false }, root: { type: 'string' } } as const;
  const { values, positionals } = readArguments(args, { options, usage: CALL });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const root = values.root ?? null;
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw usageError('Give one file', CALL);
  if (root !== null && !/^[0-9a-f]{64}$/.test(root)) throw usageError('A root has 64 hexadecimal digits', CALL);
  const report = checkCertificate(await bytesOf(file), sha256Digest);
  print(report);
  if (root !== null && report.inclusion?.root !== root)
    console.log(`✗ the published root ${root} is not the one in this file (${report.inclusion?.root ?? 'none'})`);
  const verdict = certificateVerdict(report, root);
  console.log(VERDICT[verdict]);
  if (verdict === 'consistent') console.log(howToProve(report));
  return verdict === 'false' ? 1 : 0;
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    if ((await stat(file)).size <= MAX_BYTES) return await readFile(file);
  } catch (error) {
    throw new ExpectedError(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
  throw new ExpectedError(`${file} is larger than any certificate.`);
}

/** The address in a file is as good as the file: a forger writes one of his own. */
function howToProve({ inclusion, verifyAt }: CertificateReport): string {
  const address = verifyAt ?? 'the site';
  if (!inclusion) return `The file carries no published root. Compare it with ${address}, or get it again tomorrow.`;
  return `To prove it, compare this root with the one published for its day, or give that one with --root:
    ${inclusion.day} ${inclusion.root}
The file itself names ${address}: rely on that only if you know it as the marketplace's own address.`;
}

function print({ readable, changes, checks }: CertificateReport): void {
  if (!readable) console.log('✗ this cannot be read as a certificate:');
  else if (changes.length > 0) console.log('✗ the file was changed after it was made:');
  else console.log('✓ the file fits its own checksums');
  const isValue = readable && !changes.some(({ path }) => path.startsWith('line '));
  printDifferences(changes, isValue ? 'which does not fit its checksum' : '');
  for (const check of checks) printCheck(check);
}

function printCheck({ name, state, reason, differences }: Check): void {
  if (reason === 'first') {
    console.log('– first evidence of its order: there is no earlier one to check');
    return;
  }
  const mark = { matches: '✓', differs: '✗', absent: '–' }[state];
  console.log(`${mark} ${TITLE[name]}${reason === null ? '' : `: ${REASON[reason] ?? reason}`}`);
  printDifferences(differences);
}

/**
 * Always what stands at the place that is named first, then what the rest of the file makes of it, or why it
 * cannot be.
 */
function printDifferences(differences: readonly Difference[], unknown = ''): void {
  for (const { path, stored, found } of differences.slice(0, SHOWN))
    console.log(
      `    ${path || 'the whole file'}: here ${short(stored)}${found === null ? unknown && `, ${unknown}` : `; by the rest of the file ${short(found)}`}`,
    );
  if (differences.length > SHOWN) console.log(`    … and ${differences.length - SHOWN} more`);
}

function short(text: string | null): string {
  if (text === null) return 'nothing';
  return text.length > 100 ? `${text.slice(0, 97)}…` : text;
}

await runCommand(() => main(process.argv.slice(2)));
