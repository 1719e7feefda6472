import { describe, expect, it } from 'vitest';
import { createAnswerStore, type KeptAnswer } from './answer-store';

const answer = (size: number): KeptAnswer => ({
  headers: {},
  vary: 'Accept-Encoding',
  etag: '"1"',
  lastModified: null,
  plain: new Uint8Array(size),
  gzip: null,
});

describe('an answer store', () => {
  it('keeps nothing while it is off, and nothing that began before it forgot', () => {
    const store = createAnswerStore({ maxBytes: 10_000 });
    store.put('a', answer(1), store.generation());
    store.setOn(true);
    expect(store.get('a')).toBeNull();
    const began = store.generation();
    store.forget();
    store.put('a', answer(1), began);
    expect(store.get('a')).toBeNull();
    store.put('a', answer(1), store.generation());
    expect(store.get('a')).not.toBeNull();
    store.setOn(false);
    expect(store.get('a')).toBeNull();
  });

  it('makes room by what was not asked for the longest', () => {
    const store = createAnswerStore({ maxBytes: 3500 });
    store.setOn(true);
    for (const key of ['a', 'b', 'c']) store.put(key, answer(600), store.generation());
    store.get('a');
    store.put('d', answer(600), store.generation());
    expect(['a', 'b', 'c', 'd'].filter((key) => store.get(key))).toEqual(['a', 'c', 'd']);
    store.put('huge', answer(5000), store.generation());
    expect(store.get('huge')).toBeNull();
  });
});
