// People at the doors of a test house: each with a browser that keeps its cookie, as a browser or a program does.

import { openTestHouse } from '../house.fixture.ts';
import type { TestHouse, TestHouseOptions } from '../house.fixture.ts';

export const PASSWORD = 'a long and quiet evening';

export type ProblemAnswer = {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { path: string }[];
};

/** Someone with a browser. */
export class Visitor {
  /** The cookie as it goes back to the server, `name=value`; null where there is none. */
  cookie: string | null;
  /** The `Set-Cookie` of the last answer that had one. */
  handedOut: string | null = null;
  readonly #house: Pick<TestHouse, 'app'>;
  readonly #headers: Readonly<Record<string, string>>;

  /** @param headers sent with every request, such as the address that a proxy reports */
  constructor(
    house: Pick<TestHouse, 'app'>,
    cookie: string | null = null,
    headers: Readonly<Record<string, string>> = {},
  ) {
    this.#house = house;
    this.cookie = cookie;
    this.#headers = headers;
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await this.#house.app.request(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...this.#headers,
        ...headers,
      },
      ...sent,
    });
    this.#keep(response.headers.get('set-cookie'));
    return response;
  }

  #keep(setCookie: string | null): void {
    if (setCookie === null) return;
    this.handedOut = setCookie;
    const pair = setCookie.slice(0, setCookie.indexOf(';'));
    this.cookie = pair.endsWith('=') ? null : pair;
  }

  /** Sends a command or a query that must succeed, and gives its answer. */
  async does<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await this.ask(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  /** Status and code of a request that is refused. */
  async refusedBy(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<readonly [number, string]> {
    const response = await this.ask(method, path, body, headers);
    return [response.status, ((await response.json()) as ProblemAnswer).code];
  }

  signIn(signInName: string, password = PASSWORD): Promise<Response> {
    return this.ask('POST', '/api/session', { signInName, password });
  }

  comeBy(link: string): Promise<Response> {
    return this.ask('POST', '/api/session', { link });
  }

  /** Who the server says is here, or the code of its 401. */
  async here(): Promise<unknown> {
    const response = await this.ask('GET', '/api/session');
    const body = (await response.json()) as ProblemAnswer;
    return response.status === 401 ? body.code : body;
  }
}

/** A house entered by its real doors. */
export const openHouseWithDoors = (options: TestHouseOptions = {}): Promise<TestHouse> =>
  openTestHouse({ throughDoors: true, ...options });

/** The first administrator, made by the one-time link and signed in. */
export async function administratorOf(house: TestHouse): Promise<Visitor> {
  const visitor = new Visitor(house);
  const token = house.deps.doors.setupLink()!.split('#')[1]!;
  await visitor.does('POST', '/api/setup', { token, signInName: 'root', name: 'Root', password: PASSWORD });
  return visitor;
}

/** A new account with these roles, and its visitor, signed in. */
export async function accountWith(
  house: TestHouse,
  administrator: Visitor,
  roles: readonly string[],
  signInName = 'zhou.ping',
) {
  const account = { accountId: signInName, signInName, name: 'Zhou Ping', roles, password: PASSWORD };
  await administrator.does('POST', '/api/accounts', account);
  const visitor = new Visitor(house);
  await visitor.does('POST', '/api/session', { signInName, password: PASSWORD });
  return visitor;
}

export const MEETING = 'digital-space-2021';

export type IssuedLink = {
  readonly attendeeId: string;
  readonly name: string;
  readonly url: string;
  readonly linkId: string;
  readonly expiresAt: string;
};

/** Schedules a meeting with these attendees on its roster. */
export async function scheduleWith(
  organizer: Visitor,
  attendeeIds: readonly string[],
  meetingId = MEETING,
): Promise<void> {
  await organizer.does('POST', '/api/meetings', {
    meetingId,
    title: 'Work Conference on Digital Space',
    organisation: 'CASIC',
    timeZone: 'Asia/Shanghai',
    startsAt: '2021-05-26T09:00:00+08:00',
    endsAt: '2021-05-26T12:00:00+08:00',
  });
  await organizer.does('POST', `/api/meetings/${meetingId}/add-item`, {
    itemId: 'opening',
    kind: 'opening',
    title: 'Opening',
  });
  for (const attendeeId of attendeeIds) {
    const attendee = { attendeeId, name: `Attendee ${attendeeId}`, unit: 'CASIC', capacity: 'member' };
    await organizer.does('POST', `/api/meetings/${meetingId}/add-attendee`, attendee);
  }
}

/** Issues links to these attendees, or to all who have none. */
export const issueLinks = (
  officer: Visitor,
  attendeeIds?: readonly string[],
  meetingId = MEETING,
): Promise<readonly IssuedLink[]> =>
  officer.does('POST', `/api/meetings/${meetingId}/links`, attendeeIds === undefined ? {} : { attendeeIds });
