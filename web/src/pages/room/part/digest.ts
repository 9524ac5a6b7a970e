// The digest of a text that is shown, computed from what is shown: what a person signs.

/**
 * The SHA-256 of a text's UTF-8 bytes (FIPS 180-4), in 64 lower-case hexadecimal digits.
 * The browser's own implementation where the page was fetched over HTTPS; elsewhere browsers hide it, and ours is fetched.
 */
export async function digestOf(
  text: string,
  subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle,
): Promise<string> {
  if (subtle === undefined) return (await import('./digest-elsewhere.ts')).sha256Of(text);
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
