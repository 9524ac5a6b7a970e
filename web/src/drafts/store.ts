// What somebody was writing, kept on this device until it has gone through: each draft under its writer, its place and the
// hand that wrote it, so that two tabs never write over each other.

/** A draft as it is found. */
export type Stored = {
  /** Whose it is: nobody else is ever shown it. */
  readonly who: string;
  /** The form: `meetings/council/agenda/add`. */
  readonly place: string;
  /** The tab, and which form of it. */
  readonly hand: string;
  /** Milliseconds since 1970 at which it was last written. */
  readonly at: number;
  /** What the form was called. */
  readonly label: string;
  readonly value: unknown;
};

export type Address = Pick<Stored, 'who' | 'place' | 'hand'>;

/** Milliseconds after which nobody comes back for a draft. */
const KEPT_FOR = 30 * 24 * 60 * 60_000;

const PREFIX = 'rostrum.draft/';

const keyOf = ({ who, place, hand }: Address): string => PREFIX + [who, place, hand].map(encodeURIComponent).join('/');

/** Keeps a draft. False where the device does not take it: storage is forbidden or full. */
export function keep(store: Storage, { at, label, value, ...address }: Stored): boolean {
  try {
    store.setItem(keyOf(address), JSON.stringify({ at, label, value }));
    return true;
  } catch {
    return false;
  }
}

export const forget = (store: Storage, address: Address): void => store.removeItem(keyOf(address));

/** Everything that is kept of somebody, the latest first. What is too old, or no draft of ours, is cleared away. */
export function draftsOf(store: Storage, who: string, now: number): readonly Stored[] {
  const keys = Array.from({ length: store.length }, (_, place) => store.key(place)!);
  return keys
    .filter((key) => key.startsWith(`${PREFIX}${encodeURIComponent(who)}/`))
    .flatMap((key) => {
      const draft = readDraft(key, store.getItem(key));
      if (draft && now - draft.at < KEPT_FOR) return draft;
      store.removeItem(key);
      return [];
    })
    .toSorted((one, other) => other.at - one.at);
}

/** Forgets all of somebody who goes and leaves the device to others. */
export function forgetAllOf(store: Storage, who: string): void {
  for (const draft of draftsOf(store, who, Date.now())) forget(store, draft);
}

function readDraft(key: string, text: string | null): Stored | null {
  const [who, place, hand] = key.slice(PREFIX.length).split('/').map(decodeURIComponent);
  try {
    const { at, label, value } = JSON.parse(text ?? 'null') as Partial<Stored>;
    if (typeof at !== 'number' || typeof label !== 'string' || !who || !place || !hand) return null;
    return { who, place, hand, at, label, value };
  } catch {
    return null;
  }
}

/**
 * What of a stored value fits the form of today: the fields that it has, each of the kind that it is there.
 * @param blank the form's draft before anything was typed
 */
export function fitting<T extends object>(blank: T, stored: unknown): T {
  if (typeof stored !== 'object' || stored === null) return blank;
  const found = Object.entries(stored).filter(
    ([field, value]) => Object.hasOwn(blank, field) && isAlike(blank[field as keyof T], value),
  );
  return { ...blank, ...(Object.fromEntries(found) as Partial<T>) };
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

/** A field that may be empty is null or text. */
const isAlike = (one: unknown, other: unknown): boolean =>
  kindOf(one) === kindOf(other) || (one === null && typeof other === 'string') || (other === null && one === '');
