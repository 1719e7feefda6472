import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '#app/money/money';
import { computeBand } from '#app/valuation/bands/compute-band';
import { verdictAnswer } from '#app/valuation/bands/verdict';
import { startingMethod } from '#app/valuation/methods/starting/starting-methods';
import type { ReferencePrice } from '#app/prices/series/known-prices';
import { canonicalJson } from '#app/platform/digests/canonical-json';
import { hashText, toHex } from '../check/check-evidence';
import { hashLeaf, inclusionPath, merkleRoot } from '../check/merkle-tree';
import { certificateVerdict, checkCertificate, writeCertificate } from './certificate';

const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const price: ReferencePrice = {
  ...{ series: 'wb.gold', period: '2026-05', value: '4587.21', unit: 'USD/ozt', currency: 'USD', per: 'ozt' },
  ...{ vintage: '2026-06-02', source: 'World Bank', licence: 'CC BY 4.0', ageDays: 2, state: 'fresh' },
};
const facts = {
  quantity: { value: '1000', unit: 'g', moisturePct: '0', franchisePct: '0' },
  grades: [{ element: 'Au', value: '900', unit: 'permil' }],
  originCountry: 'TZ',
  costs: null,
} as const;
const frame = { asOf: '2026-06-02', knownAt: null, currency: 'USD' } as const;
const ask = { amount: '120000.00', currency: 'USD' };

/** What trading stores at an order, made here from the same pure parts. */
function evidenceText(previous: string | null): string {
  const method = startingMethod('gold-dore/1');
  const offer = parseAmount(ask.amount, ask.currency);
  if (!method || !offer) throw new Error('no method');
  const known = { prices: new Map([[price.series, price]]), rates: [] };
  const band = computeBand({ method, facts, known, ...frame, ask: offer });
  if (!band.ok || !band.value.verdict) throw new Error('no band');
  const { floor, fair, ceiling, verdict } = band.value;
  const amount = ({ total }: typeof floor) => ({ amount: `${total.minor}`.replace(/(..)$/, '.$1'), currency: 'USD' });
  return canonicalJson({
    kind: 'price-evidence/1',
    order: 'O-10001',
    lot: 'L-10001',
    quantity: { value: '1000', unit: 'g' },
    price: ask,
    acceptedAt: '2026-06-02T08:00:00.000Z',
    band: {
      formula: 'valuation/1',
      method,
      input: { ...facts, ...frame, ask },
      observations: [price],
      rates: [],
      result: { floor: amount(floor), fair: amount(fair), ceiling: amount(ceiling), verdict: verdictAnswer(verdict) },
    },
    noBandReason: null,
    previous,
  });
}

const first = evidenceText(null);
const second = evidenceText(hashText(first, digest));
const sha256 = hashText(second, digest);
const hashes = ['11'.repeat(32), sha256, '22'.repeat(32), '33'.repeat(32), '44'.repeat(32)];
const leaves = hashes.map((one) => hashLeaf(Buffer.from(one, 'hex'), digest));
const inclusion = {
  ...{ day: '2026-06-02', size: 5, position: 1, root: toHex(merkleRoot(leaves, digest)) },
  path: inclusionPath(leaves, 1, digest).map(toHex),
};
const proof = {
  sha256,
  canonical: second,
  earlier: [{ sha256: hashText(first, digest), canonical: first }],
  inclusion,
};
const about = { verifyAt: `https://fairlode.example/verify/${sha256}`, recordedAt: '2026-06-02T08:00:00.000Z' };
const text = writeCertificate(proof, about, digest);

const check = (file: string) => checkCertificate(bytesOf(file), digest);
const states = (file: string) => Object.fromEntries(check(file).checks.map(({ name, state }) => [name, state]));
/** Writes the file anew around other evidence, as a forger with our code would. */
const forged = (change: object) => writeCertificate({ ...proof, ...change }, about, digest);

describe('a certificate', () => {
  it('is consistent as it is written, with every check made', () => {
    expect(check(text)).toMatchObject({ readable: true, consistent: true, changes: [], sha256 });
    expect(states(text)).toEqual({ text: 'matches', chain: 'matches', sum: 'matches', tree: 'matches' });
  });

  it('shows values in another order, and a checksum that hides', () => {
    const { verifyAt, ...rest } = JSON.parse(text) as { verifyAt: string; checksums: object };
    const reordered = `${JSON.stringify({ verifyAt, ...rest }, null, 2)}\n`;
    const hidden = text.replace('"checksums": {', '"checksums": {\n    "__proto__": "x",');
    for (const file of [reordered, hidden]) {
      expect(file).not.toBe(text);
      expect(check(file).consistent).toBe(false);
    }
  });

  it('shows any changed bit, wherever it is', () => {
    const bytes = bytesOf(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const report = checkCertificate(changed, digest);
        expect(report.consistent).toBe(false);
        expect(report.changes.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it('names the place of every figure or word of the evidence in whose place something else stands', () => {
    const leaves = [...second.matchAll(/(?<=:|\[|,)"([^"\\]+)"(?=[,}\]])/g)];
    expect(leaves.length).toBeGreaterThan(80);
    for (const { 0: leaf, index } of leaves)
      for (const put of ['x', '', ' ', '-', '1e9']) {
        const at = index + Math.ceil(leaf.length / 2);
        const canonical = second.slice(0, at) + put + second.slice(at + 1);
        if (canonical === second) continue;
        const { consistent, checks } = check(forged({ canonical }));
        expect(consistent, canonical.slice(index - 30, index + 30)).toBe(false);
        expect(checks.flatMap(({ differences }) => differences)).not.toEqual([]);
      }
  });

  it('shows bytes put in or taken out', () => {
    const bytes = bytesOf(text);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.uint8Array({ maxLength: 3 }), fc.nat(3), (at, put, gone) => {
        const changed = new Uint8Array([...bytes.slice(0, at), ...put, ...bytes.slice(at + gone)]);
        fc.pre(!Buffer.from(changed).equals(Buffer.from(bytes)));
        expect(checkCertificate(changed, digest).consistent).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['"amount": "120000.00"', '"amount": "120000.01"', 'evidence.band.input.ask.amount'],
    ['"value": "4587.21"', '"value": "4578.21"', 'evidence.band.observations[0].value'],
    ['"day": "2026-06-02"', '"day": "2026-06-03"', 'inclusion.day'],
    ['"position": 1', '"position": 2', 'inclusion.position'],
    ['\\"amount\\":\\"120000.00\\"', '\\"amount\\":\\"120000.09\\"', 'canonical'],
    ['"kind": "fairlode-certificate/1"', '"kind":  "fairlode-certificate/1"', 'line 2'],
  ])('names the place of %s', (before, after, place) => {
    expect(text).toContain(before);
    const report = check(text.replace(before, after));
    expect(report.changes.map(({ path }) => path)).toContain(place);
  });

  it('says first what stands at the place that was changed, then what it was, in the copy and in the text alike', () => {
    for (const [root, before, after] of [
      ['evidence', '"amount": "120000.00"', '"amount": "120000.07"'],
      ['canonical', '\\"amount\\":\\"120000.00\\"', '\\"amount\\":\\"120000.07\\"'],
    ] as const) {
      expect(text).toContain(before);
      const { changes } = check(text.replace(before, after));
      const [value] = changes.filter(({ path }) => path.startsWith(`${root}.`) && path.endsWith('.amount'));
      // Nowhere the other way round.
      expect(changes.filter(({ stored }) => stored === '"120000.00"')).toEqual([]);
      expect(changes.filter(({ found }) => found === '"120000.00"')).toEqual([
        { path: value?.path, stored: '"120000.07"', found: '"120000.00"' },
      ]);
    }
  });

  it('shows a forger whose file is whole but whose sum, hash, chain or tree is not', () => {
    const richer = second.replace('"price":{"amount":"120000.00"', '"price":{"amount":"1.00"');
    expect(richer).not.toBe(second);
    expect(states(forged({ canonical: richer }))).toMatchObject({ text: 'differs', sum: 'differs' });
    expect(check(forged({ canonical: richer, sha256: hashText(richer, digest) })).checks).toMatchObject([
      { name: 'text', state: 'matches' },
      { name: 'chain', state: 'matches' },
      {
        name: 'sum',
        state: 'differs',
        differences: [{ path: 'band.input.ask.amount', stored: '120000.00', found: '1.00' }],
      },
      { name: 'tree', state: 'differs' },
    ]);
    const result = second.replace(/"fair":\{"amount":"[\d.]+"/, '"fair":{"amount":"1.00"');
    const [, , sum] = check(forged({ canonical: result })).checks;
    expect(sum?.differences.map(({ path }) => path)).toEqual(['band.result.fair.amount']);
    expect(states(forged({ earlier: [] }))).toMatchObject({ chain: 'differs' });
    expect(states(forged({ inclusion: { ...inclusion, position: 2 } }))).toMatchObject({ tree: 'differs' });
  });

  it('is genuine only under a root that its reader has from elsewhere: a forger can plant a tree of his own', () => {
    const richer = second.replace('"name":"', '"name":"Not ');
    expect(richer).not.toBe(second);
    const own = hashText(richer, digest);
    const leaf = hashLeaf(Buffer.from(own, 'hex'), digest);
    const tree = { day: '2026-06-02', size: 1, position: 0, root: toHex(merkleRoot([leaf], digest)), path: [] };
    const forgery = check(forged({ canonical: richer, sha256: own, inclusion: tree }));
    expect(forgery.checks.map(({ state }) => state)).toEqual(['matches', 'matches', 'matches', 'matches']);
    expect(certificateVerdict(forgery, null)).toBe('consistent');
    expect(certificateVerdict(forgery, inclusion.root)).toBe('false');
    expect(certificateVerdict(check(text), null)).toBe('consistent');
    expect(certificateVerdict(check(text), inclusion.root)).toBe('genuine');
    expect(certificateVerdict(check(forged({ inclusion: null })), inclusion.root)).toBe('false');
    expect(certificateVerdict(check(text.replace('4587.21', '4578.21')), inclusion.root)).toBe('false');
  });

  it('names in words what keeps a file from being a certificate', () => {
    const { verifyAt: _, ...rest } = JSON.parse(text) as { verifyAt: string };
    const place = (file: string) => check(file).changes.map(({ path, stored }) => `${path}: ${stored}`);
    expect(place(JSON.stringify(rest))).toEqual(['verifyAt: nothing: this member is missing']);
    expect(place(JSON.stringify({ ...rest, verifyAt: 1, more: 1 }))).toEqual([
      'verifyAt: not what a certificate has in this place',
      'more: a member that no certificate has',
    ]);
    expect(place(`\ufeff${text}`)).toEqual([expect.stringMatching(/^line 1: a byte order mark \(BOM\)/)]);
    expect(place(text.slice(0, -3))).toEqual([expect.stringMatching(/^(end of the file|line \d+): not JSON$/)]);
  });

  it('says of the first evidence of an order that it is the first: there is no chain to check', () => {
    const alone = check(
      writeCertificate(
        { ...proof, sha256: hashText(first, digest), canonical: first, earlier: [], inclusion: null },
        about,
        digest,
      ),
    );
    expect(alone).toMatchObject({
      consistent: true,
      checks: [{}, { name: 'chain', state: 'absent', reason: 'first' }, {}, {}],
    });
  });

  it('says what is not there yet, and takes no nonsense', () => {
    expect(check(forged({ inclusion: null }))).toMatchObject({
      consistent: true,
      checks: [{}, {}, {}, { state: 'absent', reason: 'day-open' }],
    });
    for (const nonsense of ['', '{}', '[]', 'null', '{"kind":"fairlode-certificate/1"}', `${'['.repeat(5000)}`])
      expect(check(nonsense)).toMatchObject({ readable: false, consistent: false });
    const exponent = second.replace('"value":"4587.21"', '"value":"1e999999999"');
    expect(states(forged({ canonical: exponent }))).toMatchObject({ sum: 'differs' });
  });
});
