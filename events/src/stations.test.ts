// What screens and stewards may do and see, over the whole catalogue.

import { describe, expect, it } from 'vitest';
import { streams } from './catalogue.ts';
import type { StreamFamily, StreamName } from './catalogue.ts';
import { initialAccount } from './account/account.ts';
import { initialAttendance } from './attendance/whereabouts.ts';
import { isRejection } from './kernel/decision.ts';
import { meetingEvents } from './meeting/meeting.ts';
import { isVisibleTo } from './meeting/visibility.ts';
import type { Seat } from './meeting/visibility.ts';
import { NOW, station } from './testing/given.ts';
import { beside } from './testing/beside.ts';
import { open } from './testing/past.ts';

const STEWARDS = new Set(['check-in', 'check-out', 'count-delegation']);

const { meeting } = beside(...open);
const around = {
  meeting,
  attendance: initialAttendance,
  administrators: 1,
  signInNameTaken: false,
  standing: initialAccount,
};

const commands = Object.entries(streams).flatMap(([name, family]) =>
  Object.keys(family.commands).map((command): [StreamName, string] => [name as StreamName, command]),
);

/** Why a screen or a steward may not give the example of a command; null where nothing stands in the way of who they are. */
function whyNot(kind: 'screen' | 'steward', family: StreamName, name: string): string | null {
  const { commands: definitions, initial, decide } = streams[family] as unknown as StreamFamily;
  const { input, example } = definitions[name]!;
  const state = family === 'meeting' ? meeting : initial;
  const command = { id: 'command-1', name, data: input.parse(example), actor: station(kind), at: NOW };
  const decision = decide(command, state, around);
  return isRejection(decision) && decision.rejected === 'forbidden' ? decision.code : null;
}

describe('a screen', () => {
  it.each(commands)('may not give %s: %s', (family, name) => {
    expect(whyNot('screen', family, name)).toMatch(/not-permitted$/);
  });
});

describe('a steward', () => {
  it.each(commands)('gives of the commands only those of the door: %s: %s', (family, name) => {
    expect(whyNot('steward', family, name)?.replace(/^.*\./, '') ?? null).toBe(
      STEWARDS.has(name) ? null : 'not-permitted',
    );
  });

  it('is told of nothing that is said, decided, honoured or written', () => {
    const told = Object.keys(meetingEvents).filter((type) => isVisibleTo({ type, data: {} }, 'door'));
    expect(told.filter((type) => !/^(Meeting|Recess|Venue|Attend|Delegation|Excuse)/.test(type))).toEqual([]);
  });
});

describe('the seats of screens and stewards', () => {
  it('show nothing that is not shown to everyone', () => {
    const seenFrom = (seat: Seat) =>
      Object.keys(meetingEvents).filter((type) => isVisibleTo({ type, data: { distribution: 'officers' } }, seat));
    expect(seenFrom('hall')).toEqual(seenFrom('attendees'));
    expect(seenFrom('attendees')).toEqual(expect.arrayContaining(seenFrom('door')));
  });
});
