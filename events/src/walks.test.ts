// What holds whatever people do: properties over walks of random commands through the whole catalogue.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { streams } from './catalogue.ts';
import type { StreamFamily } from './catalogue.ts';
import { isRejection } from './kernel/decision.ts';
import type { DomainEvent } from './kernel/event.ts';
import { reviveLedgers } from './kernel/ledger.ts';
import type { MeetingState } from './meeting/meeting.ts';
import { initialMeeting } from './meeting/meeting.ts';
import { isVisibleTo } from './meeting/visibility.ts';
import { NOW } from './testing/given.ts';
import { anyAccountCommand, anyCommand, senderOf } from './testing/inputs.ts';
import type { Sent } from './testing/inputs.ts';
import { situations } from './testing/situations.ts';
import type { Situation } from './testing/situations.ts';
import { World } from './testing/walk.ts';
import type { Step, Stride } from './testing/walk.ts';

const stridesOf = (command: fc.Arbitrary<Sent>): fc.Arbitrary<readonly Stride[]> =>
  fc.array(
    command.chain((sent) => fc.record({ sent: fc.constant(sent), actor: senderOf(sent), seconds: fc.nat(300) })),
    { maxLength: 60, size: 'max' },
  );
const walks = fc.record({ from: fc.constantFrom(...Object.keys(situations)), strides: stridesOf(anyCommand) });

type Walk = typeof walks extends fc.Arbitrary<infer W> ? W : never;

const start = ({ from }: Walk): Situation => situations[from]!;

function take(walk: Walk): readonly Step[] {
  const world = new World(start(walk), NOW);
  return walk.strides.map((stride, number) => world.take(stride, number));
}

const written = (state: unknown): string => JSON.stringify(state);
const read = (text: string): unknown => JSON.parse(text, reviveLedgers) as unknown;
const inMeeting = ({ stream }: Step): boolean => stream === 'meeting';

const holds = (property: (walk: Walk) => void): void => fc.assert(fc.property(walks, property), { numRuns: 120 });

describe('whatever commands are given', () => {
  it('never are there two holders of the floor, two open items or two votes at a time', () => {
    holds((walk) => {
      for (const { before, events, after } of take(walk).filter(inMeeting)) {
        const { agenda, floor, decisions } = after as MeetingState;
        const sitting = agenda.items.values().filter(({ status }) => status === 'open');
        expect(sitting.map(({ itemId }) => itemId)).toEqual(agenda.open === null ? [] : [agenda.open]);
        const voting = decisions.motions.values().filter(({ status }) => status === 'voting');
        expect(voting.map(({ motionId }) => motionId)).toEqual(decisions.voting === null ? [] : [decisions.voting]);
        const begun = events.filter(({ type }) => type === 'FloorGiven');
        expect(begun.length).toBeLessThanOrEqual((before as MeetingState).floor.speech === null ? 1 : 0);
        expect(floor.finished.values().filter(({ to }) => to === null)).toEqual([]);
      }
    });
  });

  it('speeches follow one another and never overlap', () => {
    holds((walk) => {
      const { floor } = (take(walk).findLast(inMeeting)?.after ?? initialMeeting) as MeetingState;
      const speeches = [...floor.finished, ...(floor.speech ? [floor.speech] : [])];
      const edges = speeches.flatMap(({ from, to }) => [Date.parse(from), to === null ? Infinity : Date.parse(to)]);
      expect(edges).toEqual(edges.toSorted((a, b) => (a === b ? 0 : a - b)));
    });
  });

  it('the open item is not closed under a speech, and nothing runs in a meeting that is over', () => {
    holds((walk) => {
      for (const { after } of take(walk).filter(inMeeting)) {
        const { agenda, floor, decisions, lifecycle } = after as MeetingState;
        expect(floor.speech === null || floor.speech.itemId === agenda.open).toBe(true);
        const running = [floor.speech, agenda.open, decisions.voting].filter((thing) => thing !== null);
        expect(['open', 'recess'].includes(lifecycle.status) ? [] : running).toEqual([]);
      }
    });
  });

  it('what is decided fits its schema, written and read', () => {
    holds((walk) => {
      for (const { family, events } of take(walk)) {
        for (const { type, data } of events) {
          const fitting = (family.events[type] as z.ZodType).parse(read(written(data)));
          expect([type, fitting]).toEqual([type, data]);
        }
      }
    });
  });

  it('deciding and folding change no state that was there before, and a refusal leaves all as it was', () => {
    holds((walk) => {
      const world = new World(start(walk), NOW);
      for (const [number, stride] of walk.strides.entries()) {
        const stream = stride.sent.family;
        const before = written(world.stateOf(stream));
        const step = world.take(stride, number);
        expect(written(step.before)).toBe(step.stream === stream ? before : written(step.before));
        expect(isRejection(step.decision) && step.after !== step.before).toBe(false);
      }
    });
  });

  it('a refusal has a stable code, a sentence and facts that can be sent', () => {
    holds((walk) => {
      for (const decision of take(walk)
        .map((step) => step.decision)
        .filter(isRejection)) {
        expect(decision.code).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/);
        expect(decision.message).toMatch(/^[^a-z].*[.]$/s);
        expect(read(written(decision.facts))).toEqual(decision.facts);
      }
    });
  });

  it('a command given twice records nothing more, unless its actor gave away the right to it', () => {
    holds((walk) => {
      for (const { decideIn, events, after, command } of take(walk)) {
        const again = events.length === 0 ? [] : decideIn(after);
        const told = `${command.name} ${written(command.data)}`;
        expect([told, isRejection(again) ? again.rejected : again]).toEqual([
          told,
          isRejection(again) ? 'forbidden' : [],
        ]);
      }
    });
  });
});

type Kept = { family: StreamFamily; initial: unknown; events: DomainEvent[]; live: [number, string][] };

/** The events of a walk by stream, with the state that was live after each step of it. */
function records(steps: readonly Step[], { meeting, attendance }: Situation) {
  const streamsOfWalk = new Map<string, Kept>();
  for (const { stream, family, events, after } of steps) {
    const initial = stream === 'attendance' ? attendance : family.initial;
    const record = streamsOfWalk.get(stream) ?? {
      family,
      initial,
      events: stream === 'meeting' ? [...meeting] : [],
      live: [],
    };
    record.events.push(...events);
    record.live.push([record.events.length, written(after)]);
    streamsOfWalk.set(stream, record);
  }
  return [...streamsOfWalk.values()];
}

describe('the record of any walk', () => {
  it('replays to the state that was live, from any prefix', () => {
    holds((walk) => {
      for (const { family, initial, events, live } of records(take(walk), start(walk))) {
        for (const [length, state] of live) {
          expect(written(events.slice(0, length).reduce(family.evolve, initial))).toBe(state);
        }
      }
    });
  });

  it('folds on from a state that was written and read, and from an older one, to the same end', () => {
    fc.assert(
      fc.property(walks, fc.double({ min: 0, max: 1, noNaN: true }), (walk, part) => {
        for (const { family, initial, events } of records(take(walk), start(walk))) {
          const place = Math.floor(part * events.length);
          const keyframe = events.slice(0, place).reduce(family.evolve, initial);
          const end = written(events.reduce(family.evolve, initial));
          const rest = events.slice(place);
          expect(written(rest.reduce(family.evolve, read(written(keyframe))))).toBe(end);
          expect(written(rest.reduce(family.evolve, keyframe))).toBe(end);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('can be folded by those who see only what everyone may see', () => {
    holds((walk) => {
      const steps = take(walk).filter(inMeeting);
      const events = [...start(walk).meeting, ...steps.flatMap((step) => step.events)];
      const seen = events.filter((event) => isVisibleTo(event, 'attendees'));
      const all = events.reduce(streams.meeting.evolve, initialMeeting);
      const theirs = seen.reduce(streams.meeting.evolve, initialMeeting);
      for (const slice of ['lifecycle', 'officers', 'agenda', 'roster', 'floor', 'decisions'] as const) {
        expect(written(theirs[slice])).toBe(written(all[slice]));
      }
      expect(theirs.minutes.adopted).toEqual(all.minutes.adopted);
      expect(written(theirs.minutes)).toBe(written(all.minutes.adopted ? all.minutes : initialMeeting.minutes));
    });
  });
});

describe('an account, whatever is done to it', () => {
  it('keeps its last administrator, and its record replays', () => {
    fc.assert(
      fc.property(stridesOf(anyAccountCommand), (strides) => {
        const world = new World(situations['nothing']!, NOW);
        const steps = strides.map((stride, number) =>
          world.take(stride, number, { administrators: 1, signInNameTaken: false }),
        );
        for (const { decideIn, events, before, after } of steps) {
          const [was, is] = [before, after] as [typeof streams.account.initial, typeof streams.account.initial];
          const administers = ({ status, roles }: typeof was) =>
            status === 'enabled' && roles.includes('administrator');
          expect(administers(was) && !administers(is)).toBe(false);
          expect(events.length === 0 ? [] : decideIn(after)).toEqual([]);
        }
        for (const { family, initial, events, live } of records(steps, situations['nothing']!)) {
          expect(written(events.reduce(family.evolve, initial))).toBe(live.at(-1)?.[1]);
        }
      }),
    );
  });
});

describe('the walks themselves', () => {
  it('reach nearly every command and every kind of event', () => {
    const reached = { commands: new Set<string>(), events: new Set<string>() };
    for (const walk of fc.sample(walks, { numRuns: 1200, seed: 20210526 })) {
      for (const { command, events } of take(walk)) {
        if (events.length > 0) reached.commands.add(command.name);
        for (const { type } of events) reached.events.add(type);
      }
    }
    const { account: _account, ...others } = streams;
    const all = Object.values(others) as unknown as StreamFamily[];
    for (const kind of ['commands', 'events'] as const) {
      const known = all.flatMap((family) => Object.keys(family[kind]));
      const missed = known.filter((name) => !reached[kind].has(name));
      expect(missed.length > known.length / 20 ? missed : []).toEqual([]);
    }
  });
});
