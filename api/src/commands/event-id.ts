// Event ids that follow from the command: deciding it again, here or on another node, gives the same ids, and the store
// writes nothing twice.

import { hash } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for a UUID of any version in its usual form. */
export const isUuid = (text: string): boolean => UUID.test(text);

/**
 * The id of an event: UUIDv5 of the command's id and the event's place among those the command gave. The stream is in the
 * name too, so that one id used on two streams by mistake never makes two events of one id.
 * @param commandId a UUID
 * @param index from 0
 */
export const eventId = (commandId: string, stream: string, index: number): string =>
  uuidV5(commandId, `${stream}/${index}`);

/**
 * UUIDv5: the SHA-1 of a namespace and a name (RFC 9562, section 5.5).
 * @param namespace a UUID
 */
export function uuidV5(namespace: string, name: string): string {
  const bytes = Buffer.allocUnsafe(16 + Buffer.byteLength(name));
  bytes.write(namespace.replaceAll('-', ''), 0, 16, 'hex');
  bytes.write(name, 16);
  const digest = hash('sha1', bytes, 'hex');
  const variant = VARIANT[Number.parseInt(digest[16]!, 16) & 0b11]!;
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}

/** The first digit of the variant's octet: binary 10, then the digest's own two bits. */
const VARIANT = '89ab';
