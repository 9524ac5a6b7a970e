// Files that are dragged over a part of the page from outside of the browser.

/** True where what is dragged are files. */
const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

export type FileDrop = {
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDragLeave: (event: DragEvent) => void;
  readonly onDrop: (event: DragEvent) => void;
};

/**
 * Takes files that are dropped on an element.
 * @param onOver told whether files are over it
 */
export function fileDrop(onOver: (over: boolean) => void, onFiles: (files: readonly File[]) => void): FileDrop {
  return {
    onDragOver: (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      onOver(true);
    },
    onDragLeave: (event) => {
      const inside = event.relatedTarget instanceof Node && (event.currentTarget as Node).contains(event.relatedTarget);
      if (!inside) onOver(false);
    },
    onDrop: (event) => {
      onOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) onFiles(files);
    },
  };
}

/** Keeps the page where a file misses its place: the browser would open the file instead of it. Gives what ends it. */
export function keepPageUnderFiles(): () => void {
  const keep = (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault();
  };
  window.addEventListener('dragover', keep);
  window.addEventListener('drop', keep);
  return () => {
    window.removeEventListener('dragover', keep);
    window.removeEventListener('drop', keep);
  };
}
