/** Where a file lies under its name, in a folder and in a bucket alike, so that any tool can carry one into the other. */

const SHA256 = /^[0-9a-f]{64}$/;

/** Whether this can be the name of a file: a SHA-256 in lower-case hexadecimal digits. */
export const isName = (text: string): boolean => SHA256.test(text);

/** `ab/cd/abcd…`: two levels, so that no folder grows long. */
export const placeOf = (sha256: string): string => `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
