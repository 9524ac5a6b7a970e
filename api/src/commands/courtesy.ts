// Several nodes that write to one stream at once: whoever has just written knows best where it ends, and would win every
// time. So where others write too, one's next round waits a moment, in which those who had to read again have their turn.
// What waits meanwhile is decided together, so that nothing is lost by it but that moment.

/** Milliseconds for which another node's writing is taken to go on. */
const STILL_WRITING_MS = 3000;
/** How many times the time of a round is waited at most: others have to read again first. */
const ROUNDS = 3;
/** Milliseconds to wait at most. */
const LONGEST_MS = 50;

export class Courtesy {
  #othersUntil = 0;
  #wroteAt = 0;
  #tookMs = 0;

  /** Another node has written here, or has come first. */
  othersWrote(): void {
    this.#othersUntil = performance.now() + STILL_WRITING_MS;
  }

  /** This node has written, in a round that took so many milliseconds. */
  wrote(milliseconds: number): void {
    this.#wroteAt = performance.now();
    this.#tookMs = milliseconds;
  }

  /** Milliseconds to wait before the next round, at random; 0 where nobody else writes. */
  get wait(): number {
    if (this.#othersUntil === 0) return 0;
    const now = performance.now();
    if (now >= this.#othersUntil) return 0;
    const until = this.#wroteAt + Math.random() * Math.min(LONGEST_MS, ROUNDS * this.#tookMs);
    return Math.max(0, until - now);
  }
}
