import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeFilters, FACETS, readLotSearch, searchHref, searchParams } from './lot-search';

function read(query: string) {
  return readLotSearch(new URLSearchParams(query));
}

describe('the address of a search', () => {
  it('reads facets, ranges and sort, and names what it does not know', () => {
    const search = read(
      'mineral=gold&mineral=tin&mineral=mud&country=TZ&country=tz&women=yes&women=no&massMin=0,5&sort=cheap',
    );
    expect(search.chosen).toMatchObject({ mineral: ['gold', 'tin'], country: ['TZ'], women: ['yes'], form: [] });
    expect(search.ranges).toEqual({ massMin: '0.5' });
    expect(search.sort).toBe('newest');
    expect(activeFilters(search)).toBe(5);
    expect(search.unknown).toEqual(['mud', 'tz', 'no', 'cheap']);
    expect(read('mineral=&form=%E2%80%AEx').unknown).toEqual(['?x']);
  });

  it('keeps a range that it could not read, for the form, and does not search by it', () => {
    const search = read('massMax=1e9&purityMin=101&purityMax=-1');
    expect(search.ranges).toEqual({});
    expect(search.typedRanges).toEqual({ massMax: '1e9', purityMin: '101', purityMax: '-1' });
    expect(search.badRanges).toEqual(['massMax', 'purityMin', 'purityMax']);
  });

  it('takes zero as no limit', () => {
    expect(read('massMin=0').badRanges).toEqual([]);
  });

  it('comes back as it went', () => {
    const search = read('band=low&form=dore&country=PE&purityMin=80&sort=mass');
    expect(read(searchParams(search).toString())).toEqual(search);
    expect(searchHref(search, { without: { facet: 'form', value: 'dore' }, sort: 'newest' })).toBe(
      '/lots?country=PE&band=low&purityMin=80',
    );
    expect(searchHref(read(''))).toBe('/lots');
  });

  it('never throws, and reads its own address to the same search', () => {
    const pairs = fc.array(
      fc.tuple(fc.constantFrom(...FACETS, 'massMin', 'sort', 'after'), fc.string({ unit: 'grapheme' })),
    );
    fc.assert(
      fc.property(pairs, (entries) => {
        const search = readLotSearch(new URLSearchParams(entries));
        // Its own address leaves out what was not known.
        expect(readLotSearch(searchParams(search))).toEqual({ ...search, unknown: [] });
      }),
    );
  });
});
