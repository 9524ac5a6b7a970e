/** What is asked of the server, as the messages of its protocol. */

import shared from '@eventstore/db-client/generated/shared_pb.js';
import messages from '@eventstore/db-client/generated/streams_pb.js';
import type { BatchAppendReq, ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ExpectedRevision } from '../port.ts';
import type { StreamFilter } from './names.ts';
import type { Draft } from './record.ts';

/** A read of one stream ends after so many events; without a number at its end. */
const NO_LIMIT = String(Number.MAX_SAFE_INTEGER);

/** Positions that the server looks at before it says how far a filtered subscription has come. */
const SEARCH_WINDOW = 1024;

const FORWARDS = 0;
const BACKWARDS = 1;

export function streamRequest(
  name: string,
  {
    from,
    backwards = false,
    limit,
  }: { readonly from?: number | undefined; readonly backwards?: boolean; readonly limit?: number | undefined },
): ReadReq {
  const stream = new messages.ReadReq.Options.StreamOptions();
  stream.setStreamIdentifier(identifier(name));
  if (from !== undefined) stream.setRevision(String(from));
  else if (backwards) stream.setEnd(new shared.Empty());
  else stream.setStart(new shared.Empty());
  const options = readOptions(backwards);
  options.setStream(stream);
  options.setCount(limit === undefined ? NO_LIMIT : String(limit));
  options.setNoFilter(new shared.Empty());
  return request(options);
}

/** Reads everything from the end backwards, or only what the filter lets through. */
export function endRequest(limit: number, filter?: StreamFilter): ReadReq {
  const all = new messages.ReadReq.Options.AllOptions();
  all.setEnd(new shared.Empty());
  const options = readOptions(true);
  options.setAll(all);
  options.setCount(String(limit));
  if (filter === undefined) options.setNoFilter(new shared.Empty());
  else options.setFilter(filterOptions(filter));
  return request(options);
}

/** Everything after a position, and then what is appended: 0 is the beginning. */
export function subscribeRequest(after: bigint, filter: StreamFilter): ReadReq {
  const all = new messages.ReadReq.Options.AllOptions();
  if (after === 0n) all.setStart(new shared.Empty());
  else all.setPosition(positionOf(after));
  const options = readOptions(false);
  options.setAll(all);
  options.setSubscription(new messages.ReadReq.Options.SubscriptionOptions());
  options.setFilter(filterOptions(filter));
  return request(options);
}

/** An append in as many messages as it takes. */
export function appendRequests(
  correlation: string,
  stream: string,
  drafts: readonly Draft[],
  expected: ExpectedRevision,
  mostBytes: number,
): BatchAppendReq[] {
  const options = new messages.BatchAppendReq.Options();
  options.setStreamIdentifier(identifier(stream));
  if (expected === 'any') options.setAny(new shared.Empty());
  else if (expected === 'none') options.setNoStream(new shared.Empty());
  else options.setStreamPosition(String(expected));
  // No deadline: the server compares it with its own clock, and one that goes ahead would refuse everything.
  const id = uuid(correlation);
  const requests: BatchAppendReq[] = [];
  let current: BatchAppendReq | undefined;
  let bytes = 0;
  for (const draft of drafts) {
    const size = draft.data.length + draft.metadata.length;
    if (current === undefined || bytes + size > mostBytes) {
      current = new messages.BatchAppendReq();
      current.setCorrelationId(id);
      requests.push(current);
      bytes = 0;
    }
    bytes += size;
    current.addProposedMessages(proposed(draft));
  }
  requests[0]!.setOptions(options);
  requests.at(-1)!.setIsFinal(true);
  return requests;
}

function proposed({ id, type, data, metadata }: Draft): BatchAppendReq.ProposedMessage {
  const message = new messages.BatchAppendReq.ProposedMessage();
  message.setId(uuid(id));
  message.getMetadataMap().set('type', type).set('content-type', 'application/json');
  message.setData(data);
  message.setCustomMetadata(metadata);
  return message;
}

function readOptions(backwards: boolean): ReadReq.Options {
  const options = new messages.ReadReq.Options();
  const form = new messages.ReadReq.Options.UUIDOption();
  form.setString(new shared.Empty());
  options.setUuidOption(form);
  options.setReadDirection(backwards ? BACKWARDS : FORWARDS);
  options.setResolveLinks(false);
  return options;
}

function request(options: ReadReq.Options): ReadReq {
  const message = new messages.ReadReq();
  message.setOptions(options);
  return message;
}

function filterOptions(filter: StreamFilter): ReadReq.Options.FilterOptions {
  const expression = new messages.ReadReq.Options.FilterOptions.Expression();
  if ('regex' in filter) expression.setRegex(filter.regex);
  else expression.setPrefixList([...filter.prefixes]);
  const options = new messages.ReadReq.Options.FilterOptions();
  options.setStreamIdentifier(expression);
  options.setMax(SEARCH_WINDOW);
  options.setCheckpointintervalmultiplier(1);
  return options;
}

/** Events are written in one step, so their commit and prepare positions are the same. */
function positionOf(position: bigint): ReadReq.Options.Position {
  const message = new messages.ReadReq.Options.Position();
  message.setCommitPosition(String(position));
  message.setPreparePosition(String(position));
  return message;
}

function identifier(name: string) {
  const message = new shared.StreamIdentifier();
  message.setStreamName(Buffer.from(name));
  return message;
}

function uuid(text: string) {
  const message = new shared.UUID();
  message.setString(text);
  return message;
}
