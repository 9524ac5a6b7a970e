// Somebody who follows a meeting as a browser does: at any node, back with the last id after every break, folding what
// comes.

import { evolveView, reviveView } from '@rostrum/projections';
import type { MeetingView, ViewEvent } from '@rostrum/projections';

type Message = { readonly event: string; readonly id: string; readonly data: string };

/** The messages of a live stream, until it ends. */
async function* messagesOf(response: Response): AsyncGenerator<Message> {
  let text = '';
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    const whole = text.split('\n\n');
    text = whole.pop()!;
    for (const message of whole) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(message)?.[1] ?? '';
      if (field('data') !== '') yield { event: field('event'), id: field('id'), data: field('data') };
    }
  }
}

const live = (address: string, meetingId: string, cookie: string, lastEventId = '', signal?: AbortSignal) =>
  fetch(`${address}/api/meetings/${meetingId}/live`, {
    headers: { cookie, ...(lastEventId === '' ? {} : { 'last-event-id': lastEventId }) },
    ...(signal ? { signal } : {}),
  });

const viewIn = (data: string): MeetingView =>
  reviveView(JSON.stringify((JSON.parse(data) as { readonly view: unknown }).view));

/** A meeting as a node shows it to whoever opens it now. */
export async function viewAt(address: string, meetingId: string, cookie: string): Promise<MeetingView> {
  const gone = new AbortController();
  try {
    for await (const { event, data } of messagesOf(await live(address, meetingId, cookie, '', gone.signal)))
      if (event === 'snapshot') return viewIn(data);
    throw new Error('The stream ended before it began.');
  } finally {
    gone.abort();
  }
}

export class Follower {
  readonly meetingId: string;
  readonly cookie: string;
  readonly #addresses: () => readonly string[];
  readonly #gone = new AbortController();
  #lastEventId = '';
  #view: MeetingView | undefined;

  /** @param addresses of the nodes that run now */
  constructor(meetingId: string, cookie: string, addresses: () => readonly string[]) {
    this.meetingId = meetingId;
    this.cookie = cookie;
    this.#addresses = addresses;
  }

  get view(): MeetingView | undefined {
    return this.#view;
  }

  /** Follows until `leave`, at a node chosen by chance after each break. */
  async follow(): Promise<void> {
    while (!this.#gone.signal.aborted) {
      try {
        await this.#connect();
      } catch {
        // The node is gone, or the line to it.
      }
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 200));
    }
  }

  leave(): void {
    this.#gone.abort();
  }

  async #connect(): Promise<void> {
    const addresses = this.#addresses();
    const address = addresses[Math.floor(Math.random() * addresses.length)];
    if (address === undefined) return;
    const response = await live(address, this.meetingId, this.cookie, this.#lastEventId, this.#gone.signal);
    if (!response.ok) return;
    for await (const { event, id, data } of messagesOf(response)) {
      if (id !== '') this.#lastEventId = id;
      if (event === 'snapshot') this.#view = viewIn(data);
      else if (event === 'recorded') this.#view = evolveView(this.#view!, JSON.parse(data) as ViewEvent);
    }
  }
}
