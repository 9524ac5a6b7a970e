// Reads a text/event-stream as the HTML standard says (section 9.2.6, “Interpreting an event stream”): the browser's own
// EventSource cannot show a 401, nor wait as long as the server asks.

export type StreamEvent = {
  /** The event's type; `message` where the stream names none. */
  readonly type: string;
  readonly data: string;
  /** The last id the stream has named so far; empty before the first. */
  readonly lastEventId: string;
};

/** A parser of one stream: text goes in as it arrives, cut anywhere; whole events come out. */
export class EventStreamParser {
  #rest = '';
  #first = true;
  #type = '';
  #data: string[] = [];
  #id: string;
  /** Milliseconds the server asks to wait before a reconnection; null where it did not. */
  retry: number | null = null;

  /** @param lastEventId the id with which an earlier connection ended */
  constructor(lastEventId = '') {
    this.#id = lastEventId;
  }

  /** Takes the next piece of text and gives the events that it completes. */
  push(chunk: string): StreamEvent[] {
    // A snapshot is one line of perhaps megabytes: it is looked at once, when it is whole.
    if (!this.#first && !/[\r\n]/.test(chunk) && !this.#rest.endsWith('\r')) {
      this.#rest += chunk;
      return [];
    }
    let text = this.#rest + chunk;
    if (this.#first && text !== '') {
      if (text.startsWith('\uFEFF')) text = text.slice(1);
      this.#first = false;
    }
    // A CR at the very end may be half of a CRLF: it waits for what comes next.
    const held = text.endsWith('\r') ? 1 : 0;
    const lines = text.slice(0, text.length - held).split(/\r\n|\n|\r/);
    this.#rest = lines.pop()! + text.slice(text.length - held);
    return lines.flatMap((line) => this.#line(line));
  }

  #line(line: string): StreamEvent[] {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return [];
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') this.#type = value;
    else if (field === 'data') this.#data.push(value);
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return [];
  }

  #dispatch(): StreamEvent[] {
    const event = { type: this.#type || 'message', data: this.#data.join('\n'), lastEventId: this.#id };
    const empty = this.#data.length === 0;
    this.#type = '';
    this.#data = [];
    return empty ? [] : [event];
  }
}
