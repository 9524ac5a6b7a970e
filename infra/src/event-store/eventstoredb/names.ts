/**
 * What streams are called on the server. Several deployments can share one server where each has a namespace, which its
 * streams' names then begin with. What deletions are recorded in has a name of ours there, since names that begin with
 * `$` belong to the server.
 */

import { checkPrefix, checkStreamName } from '../stream-name.ts';
import { DELETIONS } from '../port.ts';

/** The stream of deletions on the server, and the type of its events. */
export const DELETIONS_STREAM = 'rostrum-deletions';
export const DELETION_TYPE = 'StreamDeleted';

/**
 * The type of the event with which a stream ends when it is deleted. It says nothing: the server keeps the last event of
 * every stream for ever, and what was deleted is not to be that one.
 */
export const END_TYPE = 'StreamEnded';

/** Streams of processes are how the machines agree, and no part of the record. */
export const PROCESS_PREFIX = 'process-';

/** Which streams a read of everything gives, by their names on the server. */
export type StreamFilter = { readonly regex: string } | { readonly prefixes: readonly string[] };

export class Names {
  readonly #namespace: string;
  /** The stream of deletions, as the server knows it. */
  readonly deletions: string;
  readonly #processes: string;
  /** Every stream of ours, and as few others as can be. */
  readonly filter: StreamFilter;
  /** The same, and what the server keeps of each: that it was deleted, or cut off. */
  readonly filterWithMetadata: StreamFilter;

  constructor(namespace: string) {
    if (namespace !== '') {
      checkPrefix(namespace);
      checkStreamName(namespace);
    }
    this.#namespace = namespace;
    this.deletions = namespace + DELETIONS_STREAM;
    this.#processes = namespace + PROCESS_PREFIX;
    const ours = namespace === '' ? '[^$]' : '';
    const named = `${escape(namespace)}(?!${PROCESS_PREFIX})${ours}`;
    this.filter = { regex: `^${named}` };
    this.filterWithMetadata = { regex: String.raw`^(?:\$\$)?${named}` };
  }

  /** The name on the server of a stream of the port; undefined where the port has no such stream. */
  onServer(stream: string): string | undefined {
    if (stream === DELETIONS) return this.deletions;
    if (stream.startsWith('$') || stream.startsWith(PROCESS_PREFIX) || stream === DELETIONS_STREAM) return undefined;
    return this.#namespace + stream;
  }

  /** The name on the server of the stream in which a process's tenures are recorded. */
  ofProcess(process: string): string {
    return this.#processes + process;
  }

  /** The name in the port of a stream of the server that passes the filter. */
  inPort(name: string): string {
    return name === this.deletions ? DELETIONS : name.slice(this.#namespace.length);
  }

  /** The stream of ours that a stream of metadata describes, as the server knows it; undefined for any other. */
  describedBy(name: string): string | undefined {
    const described = name.startsWith('$$') ? name.slice(2) : undefined;
    return described !== undefined && described !== this.deletions && this.passes(described) ? described : undefined;
  }

  /** Whether the server's filter lets a stream through. */
  passes(name: string): boolean {
    if (!name.startsWith(this.#namespace) || name.startsWith(this.#processes)) return false;
    return this.#namespace !== '' || !name.startsWith('$');
  }

  /** What of the server can concern somebody who asked for these prefixes. */
  filterOf(prefixes: readonly string[]): StreamFilter {
    const ours = prefixes.filter((prefix) => !prefix.startsWith('$')).map((prefix) => this.#namespace + prefix);
    return { prefixes: [...ours, this.deletions] };
  }
}

const escape = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
