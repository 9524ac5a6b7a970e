// What a command of the command line is: its help, and what it does with its arguments.

import { parseArgs } from 'node:util';

/** 0: well; 1: it failed, or found faults. (2 is for wrong use, which is `WrongUse`.) */
export type ExitCode = 0 | 1;

/** Where a command runs. */
export type Surroundings = {
  /** What relative paths are taken from. */
  readonly startedFrom: string;
  /** The environment: secrets are read from here, since the words of a command can be seen by everybody. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line of the result to standard output. */
  readonly say: (line: string) => void;
  /** Aborts where the operator wants it to end. */
  readonly signal: AbortSignal;
};

export type CliCommand = {
  /** In a few words, for the list of commands. */
  readonly summary: string;
  /** Plain text, with examples. */
  readonly help: string;
  /** @throws WrongUse, and errors whose message is a sentence for the operator. */
  readonly run: (words: readonly string[], surroundings: Surroundings) => Promise<ExitCode>;
};

/** The command line cannot be understood. */
export class WrongUse extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongUse';
  }
}

type Options = Readonly<Record<string, 'text' | 'flag'>>;
type Given<O extends Options> = {
  readonly [N in keyof O]: O[N] extends 'text' ? string | undefined : boolean;
};

/**
 * The options among the words.
 * @throws WrongUse for one that is not known, that lacks its value or has an empty one, and for words that belong to none.
 */
export function readOptions<O extends Options>(words: readonly string[], options: O): Given<O> {
  const definitions = Object.fromEntries(
    Object.entries(options).map(([name, kind]) => [name, { type: kind === 'text' ? 'string' : 'boolean' } as const]),
  );
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    ({ values } = parseArgs({ args: [...words], options: definitions, strict: true }) as { values: typeof values });
  } catch (error) {
    const [sentence] = (error as Error).message.split(/\.\s/);
    throw new WrongUse(`${sentence!.replace(/\.$/, '')}.`);
  }
  const given = Object.entries(options).map(([name, kind]) => [
    name,
    values[name] ?? (kind === 'flag' ? false : undefined),
  ]);
  for (const [name, value] of given) if (value === '') throw new WrongUse(`--${String(name)} is empty.`);
  return Object.fromEntries(given) as Given<O>;
}

/** @throws WrongUse where it was not given. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new WrongUse(`${option} is missing.`);
  return value;
}

/** The scheme of a place, `sqlite` of `sqlite:./data`; undefined for a path alone, `C:\\data` among them. */
export const schemeOf = (text: string): string | undefined =>
  /^(?<scheme>[A-Za-z][A-Za-z0-9+.-]+):/.exec(text)?.groups?.['scheme']?.toLowerCase();
