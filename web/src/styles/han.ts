// The Chinese faces' style sheet is as large as the rest of the application's styles together. It is loaded once Chinese
// is shown: because the reader chose it, or because what came from the server has Chinese characters in it.

let loading: Promise<unknown> | undefined;

/** Loads the faces, once. A failure is no error: the system's own Chinese face stays, and the next call tries again. */
export function loadHanFaces(): void {
  loading ??= import('./han.css').catch(() => {
    loading = undefined;
  });
}

/** Looks through text about to be shown, and loads the faces where it needs them. */
export function prepareFacesFor(text: string): void {
  if (loading === undefined && /\p{Script=Han}/u.test(text)) loadHanFaces();
}
