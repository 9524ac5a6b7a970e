import { describe, expect, it } from 'vitest';
import { draftsOf, fitting, forget, forgetAllOf, keep } from './store.ts';
import type { Stored } from './store.ts';

/** A storage as the browser's, with room for so many entries. */
class Shelf implements Storage {
  readonly #entries = new Map<string, string>();
  readonly #room: number;

  constructor(room = Infinity) {
    this.#room = room;
  }
  get length() {
    return this.#entries.size;
  }
  key(place: number) {
    return [...this.#entries.keys()][place] ?? null;
  }
  getItem(key: string) {
    return this.#entries.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    if (!this.#entries.has(key) && this.#entries.size >= this.#room) throw new DOMException('', 'QuotaExceededError');
    this.#entries.set(key, value);
  }
  removeItem(key: string) {
    this.#entries.delete(key);
  }
  clear() {
    this.#entries.clear();
  }
}

const NOW = Date.parse('2021-05-20T01:00:00.000Z');
const draft = (more: Partial<Stored> = {}): Stored => ({
  who: 'account:1',
  place: 'meetings/council/agenda/add',
  hand: 'tab-1.1',
  at: NOW,
  label: 'Add an item',
  value: { title: 'Opening / 开幕 <b>' },
  ...more,
});

describe('drafts on a device', () => {
  it('come back as they were written, the latest first', () => {
    const shelf = new Shelf();
    const [one, other] = [draft(), draft({ hand: 'tab-1.2', at: NOW + 1 })];
    expect(keep(shelf, one)).toBe(true);
    keep(shelf, other);
    expect(draftsOf(shelf, 'account:1', NOW)).toEqual([other, one]);
  });

  it('of two tabs stand beside each other', () => {
    const shelf = new Shelf();
    keep(shelf, draft());
    keep(shelf, draft({ hand: 'tab-2.1', value: { title: 'Closing' } }));
    forget(shelf, draft({ hand: 'tab-2.1' }));
    expect(draftsOf(shelf, 'account:1', NOW)).toEqual([draft()]);
  });

  it('are shown to nobody else, and go with whoever signs out', () => {
    const shelf = new Shelf();
    keep(shelf, draft());
    keep(shelf, draft({ who: 'account:11' }));
    expect(draftsOf(shelf, 'account:2', NOW)).toEqual([]);
    forgetAllOf(shelf, 'account:1');
    expect(shelf.length).toBe(1);
  });

  it('are cleared away when they are old or not to be read', () => {
    const shelf = new Shelf();
    keep(shelf, draft());
    shelf.setItem('rostrum.draft/account%3A1/somewhere/tab.1', '{broken');
    shelf.setItem('rostrum.language', 'en');
    expect(draftsOf(shelf, 'account:1', NOW + 31 * 24 * 60 * 60_000)).toEqual([]);
    expect(shelf.length).toBe(1);
  });

  it('are said not to be kept where the device has no room', () => {
    expect(keep(new Shelf(0), draft())).toBe(false);
  });
});

describe('what was stored for a form of another day', () => {
  const blank = { title: '', presenters: [] as string[], head: null as string | null, main: false };

  it('keeps what fits and leaves out the rest', () => {
    const stored = { title: 'Report', presenters: 'Wei', head: 'liu', main: true, gone: 1 };
    expect(fitting(blank, stored)).toEqual({ title: 'Report', presenters: [], head: 'liu', main: true });
    expect(fitting(blank, null)).toEqual(blank);
  });
});
