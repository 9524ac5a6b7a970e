import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streams } from './catalogue.ts';
import type { StreamFamily, StreamName } from './catalogue.ts';
import { UnreadableEvent } from './kernel/codec.ts';
import type { DomainEvent, EventMetadata, RecordedEvent } from './kernel/event.ts';
import { homeOf, readEvent } from './reading.ts';

const metadata: EventMetadata = {
  actor: { kind: 'system', id: 'usher' },
  commandId: 'c-1',
  command: 'call-item',
  fingerprint: '0123456789abcdef',
  $correlationId: 'c-1',
  $causationId: 'c-1',
  recordedAt: '2021-05-26T01:00:00.000Z',
};

const recorded = (stream: string, { type, data }: DomainEvent, more: Partial<EventMetadata> = {}): RecordedEvent => ({
  id: 'event-1',
  stream,
  type,
  data,
  metadata: { ...metadata, ...more },
  revision: 4,
  position: 17n,
});

const called = { type: 'ItemCalled', data: { itemId: 'one', at: '2021-05-26T01:00:00.000Z' } };

/** Why an event is refused; undefined where it is not. */
function whyNot(event: RecordedEvent): string | undefined {
  try {
    readEvent(event);
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableEvent) return error.why;
    throw error;
  }
}

describe('reading an event', () => {
  it('gives the very event where it is of today’s shape, and changes nothing in it', () => {
    const event = recorded('meeting-council', called);
    expect(readEvent(event)).toBe(event);
  });

  it('refuses what a newer program wrote, and says where it stands', () => {
    expect(whyNot(recorded('meeting-council', { ...called, type: 'ItemSung' }))).toBe('unknown-type');
    expect(whyNot(recorded('meeting-council', called, { shape: 2 }))).toBe('newer-shape');
    expect(() => readEvent(recorded('meeting-council', called, { shape: 2 }))).toThrow(
      expect.objectContaining({ stream: 'meeting-council', revision: 4, type: 'ItemCalled' }),
    );
  });

  it('refuses an event of another kind of stream', () => {
    expect(whyNot(recorded('attendance-council', called))).toBe('unknown-type');
  });

  it.each([
    ['nothing', null],
    ['a text', 'one'],
    ['a list', []],
    ['too little', { at: '2021-05-26T01:00:00.000Z' }],
    ['too much', { ...called.data, sung: true }],
    ['another type of value', { ...called.data, itemId: 1 }],
    ['an id that is none', { ...called.data, itemId: 'one two' }],
    ['no instant', { ...called.data, at: 'this morning' }],
    ['an instant that there is not', { ...called.data, at: '2021-13-45T01:00:00.000Z' }],
  ])('refuses an event with %s for its data', (_what, data) => {
    expect(whyNot(recorded('meeting-council', { type: 'ItemCalled', data }))).toBe('damaged');
  });

  it.each([
    ['nobody', { actor: undefined }],
    ['an actor without an id', { actor: { kind: 'system' } }],
    ['an account without a name', { actor: { kind: 'account', id: 'a', roles: [] } }],
    ['no command', { commandId: undefined }],
    ['no time of recording', { recordedAt: 'once' }],
    ['a shape that is no number', { shape: '1' }],
    ['shape 0', { shape: 0 }],
  ])('refuses an event whose metadata name %s', (_what, more) => {
    expect(whyNot(recorded('meeting-council', called, more as Partial<EventMetadata>))).toBe('damaged');
  });

  it('refuses an event without metadata, and asks for no tracing', () => {
    expect(whyNot({ ...recorded('meeting-council', called), metadata: null as never })).toBe('damaged');
    const untraced = { $correlationId: undefined, $causationId: undefined } as unknown as Partial<EventMetadata>;
    expect(whyNot(recorded('meeting-council', called, untraced))).toBeUndefined();
  });

  it('refuses an event that says it is of another stream', () => {
    const data = {
      meetingId: 'council',
      directiveId: 'first',
      respondent: 'A',
      byId: 'ada',
      note: null,
      at: called.data.at,
    };
    const acknowledged = { type: 'DirectiveAcknowledged', data };
    expect(whyNot(recorded('directive-council.first', acknowledged))).toBeUndefined();
    expect(whyNot(recorded('directive-council.second', acknowledged))).toBe('damaged');
    expect(whyNot(recorded('directive-senate.first', acknowledged))).toBe('damaged');
  });

  it('minds the form of a text, not its length: what was once recorded stays readable', () => {
    const item = golden('meeting', 'ItemAdded');
    const data = { ...(item.data as object), title: 'long '.repeat(1000) };
    expect(whyNot(recorded('meeting-council', { type: 'ItemAdded', data }))).toBeUndefined();
    expect(whyNot(recorded('meeting-council', { type: 'ItemAdded', data: { ...data, title: 7 } }))).toBe('damaged');
  });
});

describe('the home of a stream', () => {
  it('is its kind and the meeting that it is of', () => {
    expect(homeOf('meeting-digital-space-2021')).toEqual({ family: 'meeting', subjects: ['digital-space-2021'] });
    expect(homeOf('directive-council.first')).toEqual({ family: 'directive', subjects: ['council'] });
    expect(homeOf('directive-a.b.c')).toEqual({ family: 'directive', subjects: ['a', 'a.b'] });
  });

  it.each([
    'meeting',
    'meeting-',
    'meeting-a b',
    'meeting-a/b',
    `meeting-${'x'.repeat(65)}`,
    'directive-council',
    'directive-.a',
    'contact-a.',
    'toString-1',
    '$deleted',
    'order-7',
  ])('is none of ours for %s', (stream) => expect(homeOf(stream)).toBeUndefined());
});

// ── every event there is, as it was written and with one thing wrong in it ──────────────────────────────────────────

function golden(family: string, type: string): DomainEvent {
  const folder = new URL(`../golden/${family}/`, import.meta.url);
  const newest = readdirSync(folder)
    .filter((file) => file.startsWith(`${type}.`))
    .toSorted((a, b) => Number(a.split('.')[1]) - Number(b.split('.')[1]))
    .at(-1)!;
  return JSON.parse(readFileSync(new URL(newest, folder), 'utf8')) as DomainEvent;
}

const everyEvent = (Object.entries(streams) as unknown as [StreamName, StreamFamily][]).flatMap(([name, family]) =>
  Object.keys(family.events).map((type) => ({ name, family, event: golden(name, type) })),
);

const streamOf = (name: StreamName, data: unknown): string => {
  const { meetingId = 'council', accountId = 'council', directiveId, attendeeId } = data as Record<string, string>;
  const key = { directive: directiveId, contact: attendeeId }[name as string];
  return key === undefined ? `${name}-${name === 'account' ? accountId : meetingId}` : `${name}-${meetingId}.${key}`;
};

/** The data with one place in them changed: another value, a field gone, a field more. */
function mutated(data: unknown): fc.Arbitrary<unknown> {
  const here = fc.jsonValue({ maxDepth: 2 });
  if (typeof data !== 'object' || data === null) return here;
  const keys = Object.keys(data);
  const inside = keys.map((key) =>
    mutated((data as Record<string, unknown>)[key]).map((value) =>
      Array.isArray(data) ? data.with(Number(key), value) : { ...data, [key]: value },
    ),
  );
  const less = keys.map((gone) =>
    fc.constant(
      Array.isArray(data)
        ? data.toSpliced(Number(gone), 1)
        : Object.fromEntries(Object.entries(data).filter(([key]) => key !== gone)),
    ),
  );
  return fc.oneof(here, fc.constant({ ...data, more: 1 }), ...less, ...inside);
}

/** Faults of how a text is worded, not of what the data are made of. */
const WORDING = ['too_big', 'too_small', 'custom', 'invalid_format'];

describe('whatever is in a store', () => {
  it('an event as it is written is read', () => {
    for (const { name, family, event } of everyEvent) {
      const shape = family.codec.stamp(event);
      const whole = recorded(streamOf(name, event.data), event, shape);
      expect([event.type, readEvent(whole).data]).toEqual([event.type, event.data]);
    }
  });

  it('what is read can be folded, and what the schema takes for another form is not read', () => {
    const oneWrong = fc
      .constantFrom(...everyEvent)
      .chain((one) => mutated(one.event.data).map((data) => ({ ...one, data })));
    fc.assert(
      fc.property(oneWrong, ({ name, family, event, data }) => {
        const whole = recorded(streamOf(name, event.data), { type: event.type, data }, family.codec.stamp(event));
        const why = whyNot(whole);
        const { error, data: given } = family.events[event.type]!.safeParse(data);
        const issues = (error?.issues ?? []).filter(({ code }) => !WORDING.includes(code));
        const fits = error === undefined && JSON.stringify(given) === JSON.stringify(data);
        const atHome = fits && streamOf(name, data) === whole.stream;
        expect(atHome ? why : undefined).toBeUndefined();
        expect(issues.length > 0 ? why : 'damaged').toBe('damaged');
        const fold = () => family.evolve(family.initial, { type: event.type, data });
        expect(why === undefined ? fold : () => family.initial).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });
});
