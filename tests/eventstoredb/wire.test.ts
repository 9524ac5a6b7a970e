// What is written and read by hand, against the code that the protocol's own compiler made for the client.

import fc from 'fast-check';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { expect, test } from 'vitest';
import * as answers from './answers.ts';
import { appendRequest, batchRequest, deleteRequest, readRequest } from './requests.ts';
import type { Recorded } from './record.ts';
import { Message, Reader } from './wire.ts';

const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const int32 = fc.nat();
const bytes = fc.uint8Array({ maxLength: 300 });
const name = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const uuid = fc.uuid();

const recorded: fc.Arbitrary<Recorded> = fc.record({
  id: uuid,
  type: name,
  contentType: fc.constantFrom('application/json', 'application/octet-stream'),
  data: bytes,
  metadata: bytes,
  stream: name,
  revision: fc.nat(),
  position: uint64,
  created: uint64,
});

const identifier = (stream: string) => {
  const message = new shared.StreamIdentifier();
  message.setStreamName(Buffer.from(stream));
  return message;
};

const asText = (id: string) => {
  const message = new shared.UUID();
  message.setString(id);
  return message;
};

const halves = (id: string) => {
  const hex = id.replaceAll('-', '');
  const structured = new shared.UUID.Structured();
  structured.setMostSignificantBits(BigInt.asIntN(64, BigInt(`0x${hex.slice(0, 16)}`)).toString());
  structured.setLeastSignificantBits(BigInt.asIntN(64, BigInt(`0x${hex.slice(16)}`)).toString());
  const message = new shared.UUID();
  message.setStructured(structured);
  return message;
};

const wired = (message: { serializeBinary(): Uint8Array }) => Buffer.from(message.serializeBinary());

test('numbers and bytes of every size come back, and what nobody asks for is passed over', () => {
  fc.assert(
    fc.property(uint64, bytes, name, (number, content, text) => {
      const inner = new Message().number(3, number).text(4, text);
      const message = new Message().bytes(2, content).number(7, number).message(200, inner).text(2000, text).finish();
      const reader = new Reader(message);
      expect(reader.next()).toBe(2);
      expect(reader.bytes()).toEqual(Buffer.from(content));
      expect(reader.next()).toBe(7);
      expect(reader.next()).toBe(200);
      const found = reader.message();
      expect([found.next(), found.number(), found.next(), found.text(), found.next()]).toEqual([3, number, 4, text, 0]);
      expect([reader.next(), reader.text(), reader.next()]).toEqual([2000, text, 0]);
    }),
  );
});

test('an event reads as it was recorded, whichever way its id is told', () => {
  fc.assert(
    fc.property(recorded, fc.constantFrom('string' as const, 'structured' as const), (event, form) => {
      const read = streams.ReadResp.deserializeBinary(answers.eventRead(event, form)).getEvent()!;
      const found = read.getEvent()!;
      expect(read.getCommitPosition()).toBe(String(event.position));
      expect(wired(found.getId()!)).toEqual(wired(form === 'string' ? asText(event.id) : halves(event.id)));
      expect(Buffer.from(found.getStreamIdentifier()!.getStreamName_asU8()).toString()).toBe(event.stream);
      expect(found.getStreamRevision()).toBe(String(event.revision));
      expect([found.getPreparePosition(), found.getCommitPosition()]).toEqual(Array(2).fill(String(event.position)));
      expect(Object.fromEntries(found.getMetadataMap().toArray() as [string, string][])).toEqual({
        type: event.type,
        created: String(event.created),
        'content-type': event.contentType,
      });
      expect(Buffer.from(found.getData_asU8())).toEqual(Buffer.from(event.data));
      expect(Buffer.from(found.getCustomMetadata_asU8())).toEqual(Buffer.from(event.metadata));
    }),
  );
});

test('an append in a batch is understood as the client means it', () => {
  const proposed = fc.record({ id: uuid, type: name, data: bytes, metadata: bytes, structured: fc.boolean() });
  const expected = fc.constantFrom('any' as const, 'none' as const, 'exists' as const, 0, 1, 2 ** 40);
  fc.assert(
    fc.property(uuid, name, expected, fc.array(proposed), fc.boolean(), (id, stream, where, events, final) => {
      const options = new streams.BatchAppendReq.Options();
      options.setStreamIdentifier(identifier(stream));
      if (where === 'any') options.setAny(new shared.Empty() as never);
      else if (where === 'none') options.setNoStream(new shared.Empty() as never);
      else if (where === 'exists') options.setStreamExists(new shared.Empty() as never);
      else options.setStreamPosition(String(where));
      const request = new streams.BatchAppendReq();
      request.setCorrelationId(halves(id));
      request.setOptions(options);
      request.setIsFinal(final);
      for (const event of events) {
        const message = request.addProposedMessages();
        message.setId(event.structured ? halves(event.id) : asText(event.id));
        message.getMetadataMap().set('type', event.type);
        message.getMetadataMap().set('content-type', 'application/json');
        message.setData(event.data);
        message.setCustomMetadata(event.metadata);
      }
      const understood = batchRequest(wired(request));
      expect(understood.correlation).toEqual(wired(halves(id)));
      expect(understood.target).toEqual({ stream, expected: where, deadline: undefined });
      expect(understood.final).toBe(final);
      expect(understood.events).toEqual(
        events.map((event) => ({
          id: event.id,
          type: event.type,
          contentType: 'application/json',
          data: Buffer.from(event.data),
          metadata: Buffer.from(event.metadata),
        })),
      );
    }),
  );
});

test('the older append and a deletion are understood as the client means them', () => {
  fc.assert(
    fc.property(name, int32, (stream, revision) => {
      const appending = new streams.AppendReq.Options();
      appending.setStreamIdentifier(identifier(stream));
      appending.setRevision(String(revision));
      const request = new streams.AppendReq();
      request.setOptions(appending);
      expect(appendRequest(wired(request))).toMatchObject({ target: { stream, expected: revision } });

      const deleting = new streams.DeleteReq.Options();
      deleting.setStreamIdentifier(identifier(stream));
      deleting.setNoStream(new shared.Empty());
      const deletion = new streams.DeleteReq();
      deletion.setOptions(deleting);
      expect(deleteRequest(wired(deletion))).toMatchObject({ stream, expected: 'none' });
    }),
  );
});

test('a read of all events is understood as the client means it', () => {
  const read = fc.record({
    position: uint64,
    backwards: fc.boolean(),
    count: uint64,
    prefixes: fc.array(name),
    regex: fc.constantFrom('', '^[^$]'),
    window: fc.integer({ min: 1, max: 1000 }),
    multiplier: fc.integer({ min: 1, max: 100 }),
    onType: fc.boolean(),
  });
  fc.assert(
    fc.property(read, ({ position, backwards, count, prefixes, regex, window, multiplier, onType }) => {
      const from = new streams.ReadReq.Options.Position();
      from.setCommitPosition(String(position));
      from.setPreparePosition(String(position));
      const all = new streams.ReadReq.Options.AllOptions();
      all.setPosition(from);
      const expression = new streams.ReadReq.Options.FilterOptions.Expression();
      expression.setRegex(regex);
      expression.setPrefixList(prefixes);
      const filter = new streams.ReadReq.Options.FilterOptions();
      if (onType) filter.setEventType(expression);
      else filter.setStreamIdentifier(expression);
      filter.setMax(window);
      filter.setCheckpointintervalmultiplier(multiplier);
      const ids = new streams.ReadReq.Options.UUIDOption();
      ids.setString(new shared.Empty());
      const options = new streams.ReadReq.Options();
      options.setAll(all);
      options.setReadDirection(backwards ? 1 : 0);
      options.setCount(String(count));
      options.setFilter(filter);
      options.setUuidOption(ids);
      const request = new streams.ReadReq();
      request.setOptions(options);
      expect(readRequest(wired(request))).toEqual({
        stream: undefined,
        from: position,
        backwards,
        count,
        filter: { on: onType ? 'type' : 'stream', regex, prefixes, window, multiplier },
        ids: 'string',
        compatibility: 0,
      });
    }),
  );
});

test('what is no message is refused, and not read for ever', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
      const outcomes = [readRequest, appendRequest, batchRequest, deleteRequest].map((understand) => {
        try {
          return typeof understand(Buffer.from(noise));
        } catch (error) {
          return error;
        }
      });
      for (const outcome of outcomes) expect(outcome === 'object' || outcome instanceof Error).toBe(true);
    }),
  );
});
