// Clients that give commands to a server that may die at any moment. They remember what was acknowledged, and what they
// never got an answer to: that they send again, with the same key, to the next server.

import { randomUUID } from 'node:crypto';

export type Sent = {
  readonly key: string;
  readonly meetingId: string;
  readonly name: string;
  readonly data: object;
};

export type Acknowledged = Sent & { readonly events: readonly { readonly id: string; readonly revision: number }[] };

export class Clients {
  /** By key: what was acknowledged. */
  readonly acknowledged = new Map<string, Acknowledged>();
  /** By key: sent, and never answered. */
  readonly unanswered = new Map<string, Sent>();
  /** Answers that a server should never give to these commands. */
  readonly wrong: string[] = [];
  readonly #meetings: readonly string[];
  #turn = 0;

  constructor(meetings: readonly string[]) {
    this.#meetings = meetings;
  }

  /** Sends from so many clients at once until the server is gone; first what was never answered. */
  async work(address: string, cookie: string, atOnce: number): Promise<void> {
    const again = [...this.unanswered.values()];
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        let alive = true;
        while (alive) alive = await this.#send(address, cookie, again.pop() ?? this.#next());
      }),
    );
  }

  /** Sends what was never answered, once each, to a server that stays. */
  async settle(address: string, cookie: string): Promise<void> {
    for (const sent of Array.from(this.unanswered.values())) await this.#send(address, cookie, sent);
  }

  #next(): Sent {
    const turn = this.#turn++;
    const meetingId = this.#meetings[turn % this.#meetings.length]!;
    const key = randomUUID();
    const names = ['add-item', 'post-message', 'add-attendee'] as const;
    const name = names[turn % names.length]!;
    const data = {
      'add-item': { title: `Item ${turn}` },
      'post-message': { text: `Message ${turn}` },
      'add-attendee': { name: `Attendee ${turn}`, unit: 'Council' },
    }[name];
    return { key, meetingId, name, data };
  }

  /** @returns false where the server is gone */
  async #send(address: string, cookie: string, sent: Sent): Promise<boolean> {
    this.unanswered.set(sent.key, sent);
    try {
      const response = await fetch(`${address}/api/meetings/${sent.meetingId}/${sent.name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie, 'idempotency-key': sent.key },
        body: JSON.stringify(sent.data),
      });
      const body = (await response.json()) as { events: Acknowledged['events'] };
      this.unanswered.delete(sent.key);
      if (response.ok) this.acknowledged.set(sent.key, { ...sent, events: body.events });
      else this.wrong.push(`${response.status} ${JSON.stringify(body)}`);
      return true;
    } catch {
      return false;
    }
  }
}
