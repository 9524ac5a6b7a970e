// Ctrl-C: what runs ends in good order; a second one ends it at once.

/** One Ctrl-C may arrive twice, from the terminal and from the program that started this one. */
const SAME_MS = 500;

/** Aborts at the first signal. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const hear = (): void => {
    if (!controller.signal.aborted) {
      first = performance.now();
      process.stderr.write('\nEnding in good order. Once more to end at once.\n');
      controller.abort(new Interrupted());
    } else if (performance.now() - first > SAME_MS) process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  return controller.signal;
}

/** The operator wanted it to end. */
export class Interrupted extends Error {
  constructor() {
    super('Interrupted.');
    this.name = 'Interrupted';
  }
}
