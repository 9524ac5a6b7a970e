// A long formal meeting: some hundred people, dozens of items, thousands of speeches with their hands, pauses and points.
// The same size always gives the same record, written by the rules themselves.

import type { RecordedEvent } from '@rostrum/events';
import { Chance } from './chance.ts';
import { Rehearsal, usher } from './rehearsal.ts';

export type LongMeeting = {
  readonly meetingId?: string;
  /** How many events it has at least; it ends with the event that reaches this, in the middle of its proceedings. */
  readonly events?: number;
  readonly attendees?: number;
  readonly seed?: number;
};

const WORDS = `digital space transformation platform engineering security industry intelligent enterprise data research
  production system network plan unit quality cooperation talent culture schedule phase budget report result standard
  数字 空间 转型 智能 企业 平台 安全 工程 规划 标准`.split(/\s+/);

const UNITS = [
  'CASIC / Headquarters',
  'CASIC / Headquarters / Information Department',
  'CASIC / Second-level units / Second Academy',
  'CASIC / Second-level units / Third Academy',
  'CASIC / Second-level units / CASICloud',
  'CASIC / Third-level units',
];

/** The events of a long meeting, in the order of positions. 20,000 take about a second or two to write. */
export function longMeeting({
  meetingId = 'long',
  events = 20_000,
  attendees = 300,
  seed = 14,
}: LongMeeting = {}): readonly RecordedEvent[] {
  const script = new Script(new Rehearsal(meetingId), new Chance(seed), attendees);
  script.prepare();
  for (let item = 1; script.recorded < events; item++) script.conduct(item, events);
  return script.events.slice(0, events);
}

class Script {
  readonly #meeting: Rehearsal;
  readonly #chance: Chance;
  readonly #people: readonly string[];
  #speeches = 0;
  #sessions = 0;

  constructor(meeting: Rehearsal, chance: Chance, attendees: number) {
    this.#meeting = meeting;
    this.#chance = chance;
    this.#people = Array.from({ length: attendees }, (_unused, place) => `attendee-${place + 1}`);
  }

  get events(): readonly RecordedEvent[] {
    return this.#meeting.events;
  }

  get recorded(): number {
    return this.#meeting.events.length;
  }

  /** From the scheduling to the opening. */
  prepare(): void {
    const meeting = this.#meeting;
    meeting.give('schedule-meeting', {
      meetingId: meeting.meetingId,
      title: '2021 Digital Space Work Conference',
      organisation: 'China Aerospace Science and Industry Corporation (CASIC)',
      purpose: ['Sum up the digital transformation of 2020', 'Set out the work of the 14th Five-Year Plan period'],
      languages: ['en', 'zh-CN'],
      timeZone: 'Asia/Shanghai',
      startsAt: '2021-05-26T09:00:00+08:00',
      endsAt: '2021-05-26T18:00:00+08:00',
      venues: [
        { venueId: 'main', name: 'Headquarters, Beijing', main: true },
        { venueId: 'branch', name: 'Branch venue, Wuhan' },
      ],
    });
    for (const [place, attendeeId] of this.#people.entries()) {
      meeting.give('add-attendee', {
        attendeeId,
        name: `Member ${place + 1}`,
        title: 'Director',
        unit: UNITS[place % UNITS.length],
        capacity: place === 0 ? 'chair' : 'member',
        precedence: place + 1,
        venueId: place % 3 === 0 ? 'main' : null,
      });
    }
    for (const [place, unit] of UNITS.entries()) {
      const delegationId = `delegation-${place + 1}`;
      meeting.give('add-delegation', {
        delegationId,
        name: `Delegation of ${unit}`,
        unit,
        expected: 20,
        venueId: 'branch',
      });
    }
    meeting.give('appoint-officer', { office: 'chair', attendeeId: 'attendee-1' });
    meeting.give('appoint-officer', { office: 'deputy', attendeeId: 'attendee-2' });
    meeting.give('appoint-officer', { office: 'secretary', attendeeId: 'attendee-3' });
    meeting.give('add-item', { itemId: 'opening', kind: 'opening', title: 'Opening by the chair', plannedMinutes: 5 });
    meeting.give('convene-meeting');
    meeting.wait(3600);
    for (const attendeeId of this.#people) {
      meeting.wait(1);
      if (attendeeId.endsWith('7')) continue;
      this.#join(attendeeId);
    }
    meeting.give('open-meeting');
    meeting.give('set-queue-discipline', { discipline: 'quiet-first' });
  }

  /** One item, from its call to its conclusion or until there are enough events. */
  conduct(item: number, enough: number): void {
    const meeting = this.#meeting;
    const itemId = `item-${item}`;
    const kind = this.#chance.oneOf(['report', 'speech', 'exchange', 'discussion'] as const);
    meeting.give('add-item', { itemId, kind, title: this.#sentence(6), plannedMinutes: 5 + this.#chance.upTo(40) });
    meeting.give('call-item', { itemId });
    const speeches = 20 + this.#chance.upTo(60);
    for (let speech = 0; speech < speeches && this.recorded < enough; speech++) this.#speech(itemId);
    if (this.#chance.oneIn(4)) this.#vote(item);
    meeting.give('conclude-item', { itemId, outcome: this.#sentence(12) });
    meeting.wait(20);
  }

  #speech(itemId: string): void {
    const meeting = this.#meeting;
    const speechId = `speech-${(this.#speeches += 1)}`;
    for (let hands = this.#chance.upTo(3); hands > 0; hands--) {
      meeting.wait(2).give('request-floor', { speakerId: this.#someone() });
    }
    const [next] = meeting.view.meeting.floor.requests;
    const taker = next ? { requestId: next.requestId } : { speakerId: this.#someone() };
    meeting.wait(3).give('give-floor', { speechId, ...taker, limitSeconds: 300 });
    meeting.wait(30 + this.#chance.upTo(200));
    if (this.#chance.oneIn(6)) meeting.give('extend-floor', { speechId, limitSeconds: 420 });
    if (this.#chance.oneIn(8)) {
      meeting.give('pause-floor', {
        speechId,
        questionerId: this.#someoneBut(meeting.view.meeting.floor.speech?.speakerId),
      });
      meeting.wait(25).give('resume-floor', { speechId });
    }
    if (this.#chance.oneIn(5)) this.#reconnect();
    if (this.#chance.oneIn(7)) this.#write(itemId);
    meeting.wait(40).give('yield-floor', { speechId });
    if (this.#chance.oneIn(2)) {
      const points = Array.from({ length: 1 + this.#chance.upTo(4) }, () => this.#sentence(14));
      meeting.give('summarize-speech', { speechId, points });
    }
    if (this.#chance.oneIn(30)) {
      meeting.give('issue-directive', { speechId, text: this.#sentence(18), addressedTo: [this.#chance.oneOf(UNITS)] });
    }
  }

  #vote(item: number): void {
    const meeting = this.#meeting;
    const motionId = `motion-${item}`;
    meeting.give('put-motion', {
      motionId,
      title: this.#sentence(5),
      text: this.#sentence(30),
      moverId: this.#someone(),
    });
    meeting.give('open-vote', { motionId, method: 'show-of-hands' });
    const half = Math.floor(this.#people.length / 2);
    const against = this.#chance.upTo(half);
    meeting.wait(30).give('record-hands', { motionId, for: half, against, abstain: 1 });
    meeting.give('close-vote', { motionId });
  }

  #join(attendeeId: string): void {
    const sessionId = `session-${(this.#sessions += 1)}`;
    this.#meeting.give('record-joined', { sessionId, attendeeId, via: 'video' }, usher);
  }

  /** A connection is lost and comes back. */
  #reconnect(): void {
    const attendeeId = this.#someone();
    const sessions = this.#meeting.view.attendance.whereabouts.get(attendeeId)?.sessions ?? [];
    const open = sessions.find(({ left }) => left === null);
    if (open) {
      const lost = { sessionId: open.sessionId, attendeeId, reason: 'connection lost' };
      this.#meeting.give('record-left', lost, usher);
      this.#meeting.wait(4);
    }
    this.#join(attendeeId);
  }

  #write(itemId: string): void {
    const writer = this.#meeting.attendee(this.#someone());
    const text = this.#sentence(10);
    if (this.#chance.oneIn(3)) this.#meeting.give('ask-question', { text, itemId }, writer);
    else this.#meeting.give('post-message', { text }, writer);
  }

  #someone(): string {
    return this.#chance.oneOf(this.#people);
  }

  #someoneBut(other: string | undefined): string {
    const someone = this.#someone();
    return someone === other ? this.#someoneBut(other) : someone;
  }

  #sentence(words: number): string {
    return Array.from({ length: words }, () => this.#chance.oneOf(WORDS)).join(' ');
  }
}
