/**
 * npm run verify -- certificate.json [--root HEX]: checks a price certificate without network or database. Says what matches and names what was changed. Leaves
 * with 0 where it is genuine, else with 1.
 */
import { readFile, stat } from 'node:fs/promises';
import { checkCertificate, type CertificateReport } from '#app/pricing/evidence/certificate/certificate';
import type { Check, CheckName } from '#app/pricing/evidence/check/check-evidence';
import type { Difference } from '#app/pricing/evidence/check/json-differences';
import { sha256Digest } from '#app/pricing/evidence/digest.server';

const MOST_BYTES = 4 * 1024 * 1024;
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

function usage(message: string): number {
  console.error(`${message}\nUsage: npm run verify -- certificate.json [--root HEX]`);
  return 1;
}

async function main(args: readonly string[]): Promise<number> {
  const at = args.indexOf('--root');
  const root = at < 0 ? null : (args[at + 1] ?? '');
  const [file, ...rest] = at < 0 ? args : args.filter((_, index) => index !== at && index !== at + 1);
  if (!file || rest.length > 0) return usage('Give one file.');
  if (root !== null && !/^[0-9a-f]{64}$/.test(root)) return usage('A root has 64 hexadecimal digits.');
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return usage(`${file} cannot be read.`);
  if (size > MOST_BYTES) return usage(`${file} is larger than any certificate.`);
  const report = checkCertificate(await readFile(file), sha256Digest);
  print(report);
  const rootFits = root === null || report.inclusion?.root === root;
  if (!rootFits)
    console.log(`✗ the published root ${root} is not the one in this file (${report.inclusion?.root ?? 'none'})`);
  const genuine = report.genuine && rootFits;
  console.log(genuine ? verdict(report) : 'NOT GENUINE: see above.');
  if (genuine && report.inclusion && root === null)
    console.log(
      `Whether this root was published, ${report.verifyAt ?? ''} shows: ${report.inclusion.day} ${report.inclusion.root}`,
    );
  return genuine ? 0 : 1;
}

/** Whoever can write a file can write one that fits itself: only a root that was published proves that it is an old one. */
function verdict({ inclusion, verifyAt }: CertificateReport): string {
  if (inclusion) return 'GENUINE: nothing was changed.';
  return `CONSISTENT, NOT PROVEN YET: nothing contradicts itself, but the file carries no published root. Compare it with ${verifyAt ?? 'the site'}, or get it again tomorrow.`;
}

function print({ changes, checks }: CertificateReport): void {
  if (changes.length > 0) console.log('✗ the file was changed after it was made:');
  else console.log('✓ the file is as it was made');
  printDifferences(changes, 'which does not fit its checksum');
  for (const check of checks) printCheck(check);
}

function printCheck({ name, state, reason, differences }: Check): void {
  const mark = { matches: '✓', differs: '✗', absent: '–' }[state];
  console.log(`${mark} ${TITLE[name]}${reason === null ? '' : `: ${REASON[reason] ?? reason}`}`);
  printDifferences(differences);
}

/** Always what stands at the place that is named first, then what the rest of the file makes of it, or why it cannot be. */
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

process.exitCode = await main(process.argv.slice(2));
