import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { familyOf, streams } from './catalogue.ts';
import type { StreamFamily, StreamName } from './catalogue.ts';
import { UnreadableEvent } from './kernel/codec.ts';
import type { CommandDefinition } from './kernel/command.ts';
import type { DomainEvent } from './kernel/event.ts';

const families = Object.entries(streams) as unknown as [StreamName, StreamFamily][];
const commands = families.flatMap(([name, family]) =>
  Object.entries(family.commands).map(([command, definition]): [string, CommandDefinition] => [
    `${name}: ${command}`,
    definition,
  ]),
);

describe('the catalogue', () => {
  it('has each kind of stream under its name', () => {
    for (const [name, family] of families) expect(family.name).toBe(name);
    expect(familyOf('meeting-digital-space-2021')).toBe('meeting');
    expect(familyOf('toString-1')).toBeUndefined();
    expect(familyOf('meeting')).toBeUndefined();
  });

  it('has no command twice among those of one meeting, since each has a route', () => {
    const names = families.filter(([name]) => name !== 'account').flatMap(([, family]) => Object.keys(family.commands));
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });

  it.each(commands)(
    '%s is told in words, with an example that is valid, for somebody and at some time',
    (name, definition) => {
      expect(name).toMatch(/: [a-z]+(-[a-z]+)*$/);
      expect(definition.summary).toMatch(/^[A-Z][^.!]*$/);
      expect(definition.description).toMatch(/^[^!]*\.$/s);
      expect(definition.input.safeParse(definition.example)).toMatchObject({ success: true });
      expect(definition.by).not.toEqual([]);
      expect(definition.during).not.toEqual([]);
    },
  );

  it.each(commands)('%s refuses a field that it does not know', (_name, definition) => {
    const { success } = definition.input.safeParse({ ...(definition.example as object), somethingElse: 1 });
    expect(success).toBe(false);
  });
});

// ── golden files: one for every shape that was ever written, kept for ever ──────────────────────────────────────────

type Golden = { readonly shape: number; readonly event: DomainEvent };

const folder = new URL('../golden/', import.meta.url);

const goldenOf = (name: string): readonly Golden[] =>
  readdirSync(new URL(`${name}/`, folder)).map((file) => {
    const [, type, shape] = /^([A-Za-z]+)\.(\d+)\.json$/.exec(file) ?? [];
    const event = JSON.parse(readFileSync(new URL(`${name}/${file}`, folder), 'utf8')) as DomainEvent;
    expect([file, event.type]).toEqual([file, type]);
    return { shape: Number(shape), event };
  });

const read = ({ codec, events }: StreamFamily, { shape, event }: Golden): DomainEvent => {
  const decoded = codec.decode({ ...event, metadata: { shape } });
  const data: unknown = (events[event.type] as z.ZodType).parse(decoded.data);
  expect([event.type, data]).toEqual([event.type, decoded.data]);
  return { type: decoded.type, data: decoded.data };
};

describe.each(families)('the golden events of %s', (name, family) => {
  it('are there for every type and every shape', () => {
    const expected = Object.keys(family.events).flatMap((type) =>
      Array.from({ length: family.codec.shapeOf(type) }, (_, before) => `${type}.${before + 1}`),
    );
    expect(
      goldenOf(name)
        .map(({ shape, event }) => `${event.type}.${shape}`)
        .toSorted(),
    ).toEqual(expected.toSorted());
  });

  it('are read in today’s shape and folded, alone and one after another', () => {
    let state = family.initial;
    for (const golden of goldenOf(name)) {
      const event = read(family, golden);
      expect(() => family.evolve(family.initial, event)).not.toThrow();
      state = family.evolve(state, event);
    }
    expect(state).not.toEqual(family.initial);
  });
});

describe('an event of a newer version', () => {
  it('is refused, never folded by guess', () => {
    const { codec } = streams.meeting;
    expect(() => codec.decode({ type: 'MeetingClosed', data: {}, metadata: { shape: 9 } })).toThrow(UnreadableEvent);
    expect(() => codec.decode({ type: 'MeetingDreamt', data: {}, metadata: {} })).toThrow(UnreadableEvent);
  });
});
