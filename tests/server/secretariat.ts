// Whoever prepares things over HTTP before a journey begins: an account that is signed in, schedules, invites and gives
// commands as any program may.

import { ADMIN_PASSWORD } from './start.ts';

/** What a command answers. */
export type Receipt = { readonly meetingId: string; readonly revision: number; readonly position: string };

/** A recorded event, as the record gives it. */
export type WireEvent = {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly data: Readonly<Record<string, unknown>>;
};

export class Secretariat {
  readonly address: string;
  /** What the session travels in. */
  readonly cookie: string;

  private constructor(address: string, cookie: string) {
    this.address = address;
    this.cookie = cookie;
  }

  /**
   * Signs in at a server.
   * @param door name and password of an account, or a personal link; the administrator where it is left out
   * @throws Error with the refusal
   */
  static async at(
    address: string,
    door: { readonly signInName: string; readonly password: string } | { readonly link: string } = {
      signInName: 'admin',
      password: ADMIN_PASSWORD,
    },
  ): Promise<Secretariat> {
    const opened = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify('link' in door ? { link: door.link.split('#')[1] } : door),
    });
    if (!opened.ok) throw new Error(`The door stays shut: ${await opened.text()}`);
    return new Secretariat(address, opened.headers.getSetCookie()[0]!.split(';')[0]!);
  }

  /** The same session at another node of the same deployment. */
  elsewhere(address: string): Secretariat {
    return new Secretariat(address, this.cookie);
  }

  /** Any request with the session. Nothing is thrown for a refusal. */
  ask(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.address}${path}`, {
      method,
      headers: { cookie: this.cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** A request that must succeed. @throws Error with the refusal */
  async does<Answer = unknown>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await this.ask(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  /** Gives a command to a meeting. @throws Error with the refusal */
  gives(meetingId: string, command: string, data: object = {}): Promise<Receipt> {
    return this.does('POST', `/api/meetings/${meetingId}/${command}`, data);
  }

  /** Stores a file for a document. Gives what tabling it names the file by. */
  async upload(meetingId: string, fileName: string, mediaType: string, bytes: Uint8Array<ArrayBuffer>) {
    const response = await fetch(`${this.address}/api/meetings/${meetingId}/files`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'content-type': 'application/octet-stream' },
      body: bytes,
    });
    if (!response.ok) throw new Error(await response.text());
    return { fileName, mediaType, ...((await response.json()) as { sha256: string; sizeBytes: number }) };
  }

  /** The personal links of attendees, by their ids. */
  async links(meetingId: string, attendeeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const issued = await this.does<{ attendeeId: string; url: string }[]>('POST', `/api/meetings/${meetingId}/links`, {
      attendeeIds,
    });
    return new Map(issued.map(({ attendeeId, url }) => [attendeeId, url]));
  }

  /** The link of a screen in the hall, or of a steward at the door. */
  async stationLink(
    meetingId: string,
    station: 'screen' | 'steward',
    name: string,
    venueId: string | null = null,
  ): Promise<{ readonly linkId: string; readonly url: string }> {
    return this.does('POST', `/api/meetings/${meetingId}/station-links`, { station, name, venueId });
  }

  /** The record of a meeting, as far as this caller may see it. */
  async record(meetingId: string): Promise<readonly WireEvent[]> {
    const response = await this.ask('GET', `/api/meetings/${meetingId}/events`);
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as WireEvent);
  }

  /** Makes an account. */
  async account(signInName: string, name: string, roles: readonly string[], password: string): Promise<void> {
    await this.does('POST', '/api/accounts', { signInName, name, roles, password });
  }
}
