// The log: one line for each thing worth knowing, JSON for machines, plain where a person watches the terminal. Bodies,
// cookies, tokens and query strings never get here.

import { inspect } from 'node:util';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type LogFields = Readonly<Record<string, unknown>>;

export type LogOptions = {
  readonly level: LogLevel;
  /** Receives each whole line with its line break. */
  readonly write: (line: string) => void;
  readonly clock: { now(): string };
  /** Plain lines for a terminal in place of JSON. */
  readonly plain?: boolean;
};

/** A log with fields that every one of its lines carries. */
export class Log {
  readonly #options: LogOptions;
  readonly #threshold: number;
  readonly #fields: LogFields | undefined;

  constructor(options: LogOptions, fields?: LogFields) {
    this.#options = options;
    this.#threshold = LOG_LEVELS.indexOf(options.level);
    this.#fields = fields;
  }

  /** The same log with more fields. */
  with(fields: LogFields): Log {
    return new Log(this.#options, { ...this.#fields, ...fields });
  }

  /** True where a line of this level would be written: ask before gathering costly fields. */
  writes(level: LogLevel): boolean {
    return LOG_LEVELS.indexOf(level) >= this.#threshold && level !== 'silent';
  }

  debug(message: string, fields?: LogFields): void {
    this.#line('debug', message, fields);
  }

  info(message: string, fields?: LogFields): void {
    this.#line('info', message, fields);
  }

  warn(message: string, fields?: LogFields): void {
    this.#line('warn', message, fields);
  }

  /** What went wrong inside, with the error's own message and stack: for the operator alone. */
  error(message: string, error?: unknown, fields?: LogFields): void {
    if (!this.writes('error')) return;
    this.#line('error', message, error === undefined ? fields : { ...fields, error: inspect(error) });
  }

  #line(level: LogLevel, message: string, fields?: LogFields): void {
    if (!this.writes(level)) return;
    const { write, clock, plain } = this.#options;
    const at = clock.now();
    const all = { ...this.#fields, ...fields };
    write(plain ? plainLine(at, level, message, all) : `${JSON.stringify({ at, level, message, ...all })}\n`);
  }
}

function plainLine(at: string, level: LogLevel, message: string, fields: LogFields): string {
  const { error, ...rest } = fields;
  const pairs = Object.entries(rest).map(
    ([name, value]) => `${name}=${visible(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  const shout = level === 'info' || level === 'debug' ? '' : `${level.toUpperCase()} `;
  const reason = typeof error === 'string' ? `\n${error.split('\n').map(visible).join('\n')}` : '';
  return `${[at.slice(11, 19), `${shout}${visible(message)}`, ...pairs].join('  ')}${reason}\n`;
}

const CONTROL = /\p{Cc}/gu;

/** Control characters spelt out, so that no text makes a line of its own or moves the cursor of the terminal. */
const visible = (text: string): string =>
  text.replaceAll(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
