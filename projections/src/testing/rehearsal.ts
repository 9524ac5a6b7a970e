// A meeting played by commands with a clock that only the script moves: the rules decide, and what they decide is kept as
// recorded events. Tests and measurements get their records from it, so that no record is one the rules would not write.

import { initialFollowUp, isRejection, streamName, streams } from '@rostrum/events';
import type { Actor, Command, Decision, Instant, RecordedEvent, Rejection } from '@rostrum/events';
import { evolveView, initialView } from '../meeting/view.ts';
import type { MeetingView } from '../meeting/view.ts';

/** Those who prepare and conduct the rehearsal. */
export const organizer: Actor = { kind: 'account', id: 'account-1', name: 'Organizer', roles: ['organizer'] };
/** The process that reports connections. */
export const usher: Actor = { kind: 'system', id: 'usher' };

const families = ['meeting', 'attendance', 'conversation', 'directive'] as const;
type Family = (typeof families)[number];

const familyOfCommand: ReadonlyMap<string, Family> = new Map(
  families.flatMap((family) => Object.keys(streams[family].commands).map((name) => [name, family] as const)),
);

/** A UUID made of a number: the same script always writes the same ids. */
const numbered = (kind: number, number: number): string =>
  `00000000-0000-5${String(kind).padStart(3, '0')}-8000-${number.toString(16).padStart(12, '0')}`;

export class Rehearsal {
  readonly meetingId: string;
  /** Everything recorded so far, in the order of positions. */
  readonly events: RecordedEvent[] = [];
  #view: MeetingView = initialView;
  #now: number;
  #commands = 0;
  readonly #revisions = new Map<string, number>();
  readonly #firstPosition: bigint;

  constructor(meetingId = 'rehearsal', startsAt: Instant = '2021-05-26T00:00:00.000Z', firstPosition = 1n) {
    this.meetingId = meetingId;
    this.#now = Date.parse(startsAt);
    this.#firstPosition = firstPosition;
  }

  /** The meeting as it stands. */
  get view(): MeetingView {
    return this.#view;
  }

  /** The rehearsal's clock. */
  get now(): Instant {
    return new Date(this.#now).toISOString();
  }

  /** Moves the clock on. */
  wait(seconds: number): this {
    this.#now += seconds * 1000;
    return this;
  }

  /** Someone in the meeting by their roster id. */
  attendee(attendeeId: string): Actor {
    const name = this.#view.meeting.roster.attendees.get(attendeeId)?.name ?? attendeeId;
    return { kind: 'attendee', id: attendeeId, meetingId: this.meetingId, name };
  }

  /**
   * Gives a command and records what is decided.
   * @throws where it is refused
   */
  give(name: string, data: Readonly<Record<string, unknown>> = {}, actor: Actor = organizer): readonly RecordedEvent[] {
    const decided = this.attempt(name, data, actor);
    if ('rejected' in decided) throw new Error(`${name} was refused with ${decided.code}: ${decided.message}`);
    return decided;
  }

  /** Gives a command and records what is decided, or says why it was refused. */
  attempt(
    name: string,
    data: Readonly<Record<string, unknown>> = {},
    actor: Actor = organizer,
  ): readonly RecordedEvent[] | Rejection {
    const family = familyOfCommand.get(name);
    if (family === undefined) throw new Error(`There is no command ${name}.`);
    this.#commands += 1;
    const id = numbered(1, this.#commands);
    const input = streams[family].commands[name as never] as { readonly input: { parse(data: unknown): unknown } };
    const command: Command = { id, name, data: input.input.parse(data), actor, at: this.now };
    const decision = this.#decide(family, command);
    if (isRejection(decision)) return decision;
    const key = family === 'directive' ? String(data['directiveId']) : undefined;
    const stream = streamName(family, this.meetingId, key);
    return decision.map((event) => this.#record(stream, event, command));
  }

  #decide(family: Family, command: Command): Decision {
    const { meeting, attendance, conversation, followUps } = this.#view;
    switch (family) {
      case 'meeting':
        return streams.meeting.decide(command as never, meeting, { attendance });
      case 'attendance':
        return streams.attendance.decide(command as never, attendance, { meeting });
      case 'conversation':
        return streams.conversation.decide(command as never, conversation, { meeting });
      case 'directive': {
        const { directiveId } = command.data as { readonly directiveId: string };
        return streams.directive.decide(command as never, followUps.get(directiveId) ?? initialFollowUp, { meeting });
      }
    }
  }

  #record(stream: string, event: { readonly type: string; readonly data: unknown }, command: Command): RecordedEvent {
    const revision = (this.#revisions.get(stream) ?? -1) + 1;
    this.#revisions.set(stream, revision);
    const recorded: RecordedEvent = {
      id: numbered(2, this.events.length + 1),
      type: event.type,
      data: event.data,
      metadata: {
        actor: command.actor,
        commandId: command.id,
        command: command.name,
        fingerprint: this.#commands.toString(16).padStart(16, '0'),
        $correlationId: command.id,
        $causationId: command.id,
        recordedAt: command.at,
      },
      stream,
      revision,
      position: this.#firstPosition + BigInt(this.events.length),
    };
    this.events.push(recorded);
    this.#view = evolveView(this.#view, recorded);
    return recorded;
  }
}
