// What clients ask, out of the messages that come with their stubs.

import type { Metadata } from '@grpc/grpc-js';
import type { StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, BatchAppendReq, DeleteReq, TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected } from './log.ts';
import type { Proposed } from './record.ts';

/** @throws Error where an id is missing or none */
export function idOf(uuid: UUID | undefined): string {
  if (uuid?.hasString()) return uuid.getString().toLowerCase();
  const halves = uuid?.getStructured();
  if (!halves) throw new Error('An id is missing.');
  const hex = [halves.getMostSignificantBits(), halves.getLeastSignificantBits()]
    .map((half) => BigInt.asUintN(64, BigInt(half)).toString(16).padStart(16, '0'))
    .join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export const nameOf = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString();

export function expectedOf(
  options: AppendReq.Options | BatchAppendReq.Options | DeleteReq.Options | TombstoneReq.Options,
): Expected {
  if (options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'none';
  if (options.hasStreamExists()) return 'exists';
  return Number('getStreamPosition' in options ? options.getStreamPosition() : options.getRevision());
}

/** @throws MissingProperty where type or content type is missing */
export function proposedOf(message: AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage): Proposed {
  const properties = message.getMetadataMap();
  const property = (name: string): string => {
    const value = properties.get(name);
    if (value === undefined) throw new MissingProperty(name);
    return value;
  };
  return {
    id: idOf(message.getId()),
    type: property('type'),
    contentType: property('content-type') === 'application/json' ? 'application/json' : 'application/octet-stream',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

export class MissingProperty extends Error {
  readonly property: string;
  constructor(property: string) {
    super(`Required Metadata Property '${property}' is missing`);
    this.property = property;
  }
}

export const requiresLeader = (headers: Metadata): boolean => headers.get('requires-leader')[0] === 'true';
