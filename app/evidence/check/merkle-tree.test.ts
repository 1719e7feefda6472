import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashLeaf, inclusionPath, merkleRoot, rootOfPath } from './merkle-tree';

const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex');

/** Leaves and roots of the test vectors that certificate-transparency implementations share. */
const CT_LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const CT_ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hashed = CT_LEAVES.map((data) => hashLeaf(Buffer.from(data, 'hex'), digest));

describe('merkleRoot', () => {
  it('agrees with the vectors of certificate transparency, and with the empty tree of the RFC', () => {
    expect(CT_LEAVES.map((_, index) => hex(merkleRoot(hashed.slice(0, index + 1), digest)))).toEqual(CT_ROOTS);
    expect(hex(merkleRoot([], digest))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});

describe('rootOfPath', () => {
  const trees = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 40 });

  it('leads from every leaf of every tree to its root', () => {
    fc.assert(
      fc.property(trees, (data) => {
        const leaves = data.map((one) => hashLeaf(one, digest));
        const root = hex(merkleRoot(leaves, digest));
        leaves.forEach((leaf, index) => {
          const path = inclusionPath(leaves, index, digest);
          expect(hex(rootOfPath({ leaf, index, size: leaves.length, path }, digest))).toBe(root);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('leads elsewhere from another leaf, place, size or path', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (data, which, bit) => {
        const leaves = data.map((one) => hashLeaf(one, digest));
        const [index, size] = [which % leaves.length, leaves.length];
        const [leaf, root] = [leaves[index] ?? new Uint8Array(32), hex(merkleRoot(leaves, digest))];
        const path = inclusionPath(leaves, index, digest);
        const flipped = (bytes: Uint8Array) =>
          bytes.map((byte, at) => (at === (bit >> 3) % 32 ? byte ^ (1 << (bit & 7)) : byte));
        const lead = (change: object) => hex(rootOfPath({ leaf, index, size, path, ...change }, digest));
        expect(lead({ leaf: flipped(leaf) })).not.toBe(root);
        expect(lead({ path: [...path, leaf] })).not.toBe(root);
        expect(lead({ index: index + size })).toBeNull();
        if (path.length > 0) {
          expect(lead({ path: path.slice(1) })).not.toBe(root);
          expect(lead({ path: path.map((one, at) => (at === bit % path.length ? flipped(one) : one)) })).not.toBe(root);
        }
      }),
      { numRuns: 100 },
    );
  });
});
