// A crowd of clients that give commands to the meetings of a deployment, at whichever node, and never give up: what was
// not answered they send again, with the same key, to another node.

import { randomUUID } from 'node:crypto';
import { Secretariat } from '../server/secretariat.ts';

/** A meeting, and the sessions of those who are in it. */
export type Company = {
  readonly meetingId: string;
  /** Cookies of those who preside. */
  readonly presiding: readonly string[];
  /** Cookies of members, by their ids. */
  readonly members: ReadonlyMap<string, string>;
  /** Speeches that were given the floor lately, the latest last; told by the answers to those who gave it. */
  readonly speeches: string[];
};

export type Sent = {
  readonly key: string;
  readonly meetingId: string;
  readonly name: string;
  readonly data: object;
  readonly cookie: string;
};

export type Receipt = {
  readonly revision: number;
  readonly position: string;
  readonly events: readonly { readonly id: string; readonly revision: number }[];
};

const pick = <T>(among: readonly T[]): T => among[Math.floor(Math.random() * among.length)]!;

const MEMBERS = ['ada', 'ben', 'cao', 'dai'] as const;
const DEPUTIES = ['eva', 'fen'] as const;

/** Prepares an open meeting with a chair, two deputies and four members, all of whom are signed in. */
export async function gather(admin: Secretariat, meetingId: string): Promise<Company> {
  const gives = (name: string, data: object = {}) => admin.gives(meetingId, name, data);
  await admin.does('POST', '/api/meetings', {
    meetingId,
    title: `Sitting ${meetingId}`,
    organisation: 'The City',
    timeZone: 'UTC',
    startsAt: '2030-01-01T09:00:00Z',
    endsAt: '2030-01-01T10:00:00Z',
  });
  const people = ['chair', ...DEPUTIES, ...MEMBERS];
  for (const attendeeId of people) await gives('add-attendee', { attendeeId, name: attendeeId, unit: 'Council' });
  await gives('add-venue', { venueId: 'hall', name: 'Hall', main: true });
  await gives('add-item', { itemId: 'report', kind: 'report', title: 'Report' });
  await gives('appoint-officer', { office: 'chair', attendeeId: 'chair' });
  for (const attendeeId of DEPUTIES) await gives('appoint-officer', { office: 'deputy', attendeeId });
  await gives('convene-meeting');
  await gives('open-meeting');
  await gives('call-item', { itemId: 'report' });
  const links = await admin.links(meetingId, people);
  const cookies = new Map<string, string>();
  for (const [attendeeId, link] of links)
    cookies.set(attendeeId, (await Secretariat.at(admin.address, { link })).cookie);
  return {
    meetingId,
    presiding: [admin.cookie, ...['chair', ...DEPUTIES].map((id) => cookies.get(id)!)],
    members: new Map(MEMBERS.map((id) => [id, cookies.get(id)!])),
    speeches: [],
  };
}

/** What somebody in a meeting does next. */
export type Habit = (company: Company, turn: number) => Sent;

/** Everyone writes down what is being said, and somebody chats. All of it is new to the record. */
export const writing: Habit = ({ meetingId, presiding, members }, turn) => {
  const key = randomUUID();
  return turn % 4 === 0
    ? { key, meetingId, name: 'post-message', data: { text: `Message ${turn}` }, cookie: pick([...members.values()]) }
    : {
        key,
        meetingId,
        name: 'summarize-speech',
        data: { speechId: 'speech', points: [key] },
        cookie: pick(presiding),
      };
};

/** The floor is asked for, given, yielded and taken back by several at once; people come and go, and chat. */
export const debating: Habit = ({ meetingId, presiding, members, speeches }, turn) => {
  const [memberId, member] = pick([...members]);
  const command = (name: string, data: object, cookie: string): Sent => ({
    key: randomUUID(),
    meetingId,
    name,
    data,
    cookie,
  });
  // Mostly the speech that is on, as far as anybody knows; sometimes one that is over.
  const speechId = Math.random() < 0.8 ? speeches.at(-1) : speeches.at(0);
  switch (turn % 10) {
    case 0:
    case 1:
      return command('request-floor', { speakerId: memberId }, pick([member, ...presiding]));
    case 2:
    case 3:
      return command('give-floor', { speakerId: memberId, speechId: randomUUID() }, pick(presiding));
    case 4:
    case 5:
      if (speechId !== undefined) return command('yield-floor', { speechId }, pick(presiding));
      break;
    case 6:
      if (speechId !== undefined)
        return command('take-back-floor', { speechId, reason: 'Time is up' }, pick(presiding));
      break;
    case 7:
      return command(pick(['check-in', 'check-out']), { attendeeId: memberId }, pick(presiding));
  }
  return command('post-message', { text: `Message ${turn}` }, member);
};

export class Crowd {
  /** By key: what was acknowledged. */
  readonly acknowledged = new Map<string, Sent & { readonly receipt: Receipt }>();
  /** By key: what the meeting's state did not allow, and the code. */
  readonly refused = new Map<string, string>();
  /** Answers that no node should ever give to these commands. */
  readonly wrong: string[] = [];
  /** How often each answer was given that asks to try again. */
  readonly putOff = new Map<string, number>();
  /** How often there was no answer. */
  unanswered = 0;
  /** Milliseconds from the first sending of a command to its answer, at most. */
  slowest = 0;
  readonly #companies: ReadonlyMap<string, Company>;
  readonly #habit: Habit;
  readonly #addresses: () => readonly string[];
  #turn = 0;

  /** @param addresses of the nodes that run now */
  constructor(companies: readonly Company[], habit: Habit, addresses: () => readonly string[]) {
    this.#companies = new Map(companies.map((company) => [company.meetingId, company]));
    this.#habit = habit;
    this.#addresses = addresses;
  }

  /** How many commands were acknowledged that changed something. */
  get written(): number {
    return this.acknowledged.values().reduce((sum, { receipt }) => sum + (receipt.events.length > 0 ? 1 : 0), 0);
  }

  /** Gives so many commands from so many clients at once; resolves once each is answered. */
  async give(commands: number, clients: number): Promise<void> {
    const companies = [...this.#companies.values()];
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (this.#turn < commands) {
          const turn = this.#turn++;
          await this.#deliver(this.#habit(pick(companies), turn));
        }
      }),
    );
  }

  async #deliver(sent: Sent): Promise<void> {
    const began = performance.now();
    while (!(await this.#send(sent))) await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 100));
    this.slowest = Math.max(this.slowest, performance.now() - began);
  }

  /** @returns false where it is to be sent again */
  async #send(sent: Sent): Promise<boolean> {
    const addresses = this.#addresses();
    if (addresses.length === 0) return false;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${pick(addresses)}/api/meetings/${sent.meetingId}/${sent.name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: sent.cookie, 'idempotency-key': sent.key },
        body: JSON.stringify(sent.data),
        signal: AbortSignal.timeout(20_000),
      });
      text = await response.text();
    } catch {
      this.unanswered += 1;
      return false;
    }
    const body = JSON.parse(text) as Receipt & { readonly code?: string };
    if (response.ok) this.#acknowledge(sent, body);
    else if (response.status === 503) {
      this.putOff.set(body.code!, (this.putOff.get(body.code!) ?? 0) + 1);
      return false;
    } else if ([403, 404, 409, 422].includes(response.status)) this.refused.set(sent.key, body.code!);
    else this.wrong.push(`${response.status} ${text}`);
    return true;
  }

  #acknowledge(sent: Sent, receipt: Receipt): void {
    this.acknowledged.set(sent.key, { ...sent, receipt });
    if (sent.name !== 'give-floor' || receipt.events.length === 0) return;
    const { speeches } = this.#companies.get(sent.meetingId)!;
    speeches.push((sent.data as { readonly speechId: string }).speechId);
    if (speeches.length > 4) speeches.shift();
  }
}
