// Giving the reader a file that was made on this page.

/** Offers text as a download. */
export function save(fileName: string, mediaType: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download has taken the address by then; keeping it would keep the text.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
