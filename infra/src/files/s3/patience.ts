/**
 * How long one waits for somebody who says nothing. Not for how long something may take: a large file on a slow line is no
 * fault, silence is.
 */
export class Patience {
  readonly #milliseconds: number;
  readonly #over = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
  }

  /** Aborts once it is over. */
  get signal(): AbortSignal {
    return this.#over.signal;
  }

  /**
   * Something is awaited from now on, or something has come or gone.
   * @param more milliseconds that it may take longer this time
   */
  begin(more = 0): void {
    clearTimeout(this.#timer);
    const milliseconds = this.#milliseconds + more;
    const over = () => this.#over.abort(new Error(`Nothing came or went for ${milliseconds} ms.`));
    this.#timer = setTimeout(over, milliseconds);
  }

  /** Nothing is awaited. */
  rest(): void {
    clearTimeout(this.#timer);
  }
}
