// The room's agenda stands on the page before the application does (the server paints it). It goes once the application
// has something to show in its place, whatever that is.

/** Milliseconds after which the application shows itself in whatever state it is. */
const PATIENCE = 8000;

/** Takes away what was painted; does nothing where nothing was, or is any more. */
export const takeAwayPainted = (): void => document.getElementById('painted')?.remove();

/** Sees to it that what was painted never outlasts the start for long. */
export const takeAwayPaintedInTime = (): void => void setTimeout(takeAwayPainted, PATIENCE);
