// A meeting for tests of what pages make of one: played by commands, so that no state is one the rules would not reach.

import { initialFollowUp, isRejection, streams } from '@rostrum/events';
import type { Actor, Command, Decision } from '@rostrum/events';
import { evolveView, initialView } from '@rostrum/projections';
import type { MeetingView, ViewEvent } from '@rostrum/projections';
import type { CommandName } from '../api/command.ts';
import { commandNamed } from './command-book.ts';
import type { CommandFamily } from './command-book.ts';
import type { Standing } from './may.ts';

export const organizer: Actor = { kind: 'account', id: 'account-1', name: 'Organizer', roles: ['organizer'] };

type Deciding = (command: never, view: MeetingView) => Decision;

const deciding: Readonly<Partial<Record<CommandFamily, Deciding>>> = {
  meeting: (command, view) => streams.meeting.decide(command, view.meeting, view),
  attendance: (command, view) => streams.attendance.decide(command, view.attendance, view),
  conversation: (command, view) => streams.conversation.decide(command, view.conversation, view),
  directive: (command, view) => streams.directive.decide(command, initialFollowUp, view),
};

export class Staged {
  view: MeetingView = initialView;
  /** What the last command recorded. */
  given: readonly ViewEvent[] = [];
  now = Date.parse('2021-05-26T01:00:00.000Z');
  #count = 0;

  /** Someone on the roster. */
  attendee(id: string): Actor {
    return { kind: 'attendee', id, meetingId: 'staged', name: id };
  }

  /** Moves the clock on. */
  wait(seconds: number): this {
    this.now += seconds * 1000;
    return this;
  }

  /** Gives a command and folds what is decided. Throws where it is refused. */
  give(name: CommandName | 'schedule-meeting', data: object, actor: Actor = organizer): this {
    const { family, definition } =
      name === 'schedule-meeting'
        ? { family: 'meeting' as const, definition: streams.meeting.commands[name] }
        : commandNamed(name);
    this.#count += 1;
    const at = new Date(this.now).toISOString();
    const id = `command-${this.#count}`;
    const command: Command = { id, name, data: definition.input.parse(data), actor, at };
    const decision = deciding[family]!(command as never, this.view);
    if (isRejection(decision)) throw new Error(`${name}: ${decision.code} ${decision.message}`);
    this.given = decision.map((event) => {
      const position = String(BigInt(this.view.position) + 1n);
      const recorded = {
        ...event,
        id: `event-${position}`,
        stream: `${family}-staged`,
        revision: Number(position),
        position,
      };
      this.view = evolveView(this.view, recorded);
      return recorded;
    });
    return this;
  }

  /** Who asks, and when. */
  standing(me: Actor = organizer): Standing {
    return { view: this.view, me, now: this.now };
  }
}

/** Three on the roster and a delegation, Liu in the chair, three items, convened. */
export const convened = (): Staged =>
  new Staged()
    .give('schedule-meeting', {
      meetingId: 'staged',
      title: 'Digital Space Work Conference',
      organisation: 'CASIC',
      timeZone: 'Asia/Shanghai',
      startsAt: '2021-05-26T09:00:00+08:00',
      endsAt: '2021-05-26T11:50:00+08:00',
      languages: ['en', 'zh-CN'],
      venues: [{ venueId: 'main', name: 'Beijing', main: true }],
    })
    .give('add-attendee', {
      attendeeId: 'liu',
      name: 'Liu Shiquan',
      unit: 'CASIC',
      precedence: 2,
      title: 'General Manager',
    })
    .give('add-attendee', { attendeeId: 'wei', name: 'Wei Yiyin', unit: 'CASIC', precedence: 3 })
    .give('add-attendee', { attendeeId: 'chen', name: 'Chen Guoying', unit: 'CASIC / Headquarters', precedence: 1 })
    .give('add-delegation', {
      delegationId: 'academy',
      name: 'Second Academy',
      unit: 'CASIC / Second-level units / Second Academy',
      headId: 'chen',
      expected: 6,
    })
    .give('add-item', { itemId: 'opening', kind: 'opening', title: 'Opening', plannedMinutes: 5 })
    .give('add-item', { itemId: 'report', kind: 'report', title: 'Report', presenters: ['wei'], plannedMinutes: 35 })
    .give('add-item', { itemId: 'closing', kind: 'closing', title: 'Closing' })
    .give('appoint-officer', { office: 'chair', attendeeId: 'liu' })
    .give('appoint-officer', { office: 'deputy', attendeeId: 'chen' })
    .give('convene-meeting', {});

/** The same with the report called. */
export const reporting = (): Staged => convened().give('open-meeting', {}).give('call-item', { itemId: 'report' });
