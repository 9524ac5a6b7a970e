// Progress on standard error: on a terminal one line that is written over, elsewhere a line every few seconds.

const TERMINAL_MS = 200;
const OTHERWISE_MS = 5000;

export type ProgressOptions = {
  readonly write: (text: string) => void;
  readonly terminal: boolean;
  /** Milliseconds by a clock that nobody sets. */
  readonly elapsed?: () => number;
};

export type Counted = { readonly count: number; readonly unit: string };

export class Progress {
  readonly #write: (text: string) => void;
  readonly #terminal: boolean;
  readonly #elapsed: () => number;
  #phase = '';
  #began = 0;
  #told = -Infinity;
  #line = (): string => '';
  #shown = false;

  constructor({ write, terminal, elapsed = () => performance.now() }: ProgressOptions) {
    this.#write = write;
    this.#terminal = terminal;
    this.#elapsed = elapsed;
  }

  /** On this process's standard error. */
  static onStandardError(): Progress {
    return new Progress({
      write: (text) => void process.stderr.write(text),
      terminal: process.stderr.isTTY,
    });
  }

  /**
   * @param phase such as `Copying`
   * @param done from 0 to 1; undefined where nobody can say
   * @param counted what is done, such as `{ count: 12, unit: 'events' }`
   */
  show(phase: string, done: number | undefined, counted?: Counted): void {
    const now = this.#elapsed();
    if (phase !== this.#phase) {
      this.end();
      this.#phase = phase;
      this.#began = now;
      // Elsewhere than on a terminal, what is over within seconds needs no line.
      this.#told = this.#terminal ? -Infinity : now;
    }
    this.#line = () => this.#lineOf(done, counted, now);
    if (now - this.#told < (this.#terminal ? TERMINAL_MS : OTHERWISE_MS)) return;
    this.#told = now;
    this.#tell();
  }

  /** Ends the line of the phase. */
  end(): void {
    if (this.#terminal && this.#shown) {
      this.#tell();
      this.#write('\n');
    }
    this.#phase = '';
    this.#shown = false;
  }

  #tell(): void {
    this.#write(this.#terminal ? `\r\u001b[K${this.#line()}` : `${this.#line()}\n`);
    this.#shown = true;
  }

  #lineOf(done: number | undefined, counted: Counted | undefined, now: number): string {
    const seconds = (now - this.#began) / 1000;
    const parts: string[] = [];
    if (counted) parts.push(`${inWords(counted.count)} ${counted.unit}`);
    if (done !== undefined) parts.push(`${Math.floor(done * 100)}%`);
    if (counted && seconds > 0.5) parts.push(`${inWords(Math.round(counted.count / seconds))} ${counted.unit}/s`);
    if (done !== undefined && done > 0 && done < 1 && seconds > 1) {
      parts.push(`${duration((seconds / done) * (1 - done))} left`);
    }
    return `${this.#phase}: ${parts.join(', ')}`;
  }
}

/** A number with commas between its thousands. */
export const inWords = (count: number): string => count.toLocaleString('en');

/** Such as `1 event`, `1,200 events`. */
export const counted = (count: number, noun: string): string => `${inWords(count)} ${noun}${count === 1 ? '' : 's'}`;

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}
