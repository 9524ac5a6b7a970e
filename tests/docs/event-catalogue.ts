// The event catalogue as a page, from the schemas themselves: what `docs/events.md` must say.

import { streams, visibility } from '@rostrum/events';
import type { StreamName } from '@rostrum/events';
import * as z from 'zod';

/** What each kind of stream holds, and who writes it. */
const ABOUT: Readonly<Record<StreamName, string>> = {
  meeting:
    '`meeting-<id>`: everything of a meeting that needs one order. Written by commands through `decide`, always with the expected revision.',
  attendance:
    '`attendance-<id>`: who joined, left, was checked in or counted. Late, doubled and reordered notices end in the same state.',
  conversation: '`conversation-<id>`: messages and written questions of a meeting.',
  directive:
    '`directive-<meeting id>.<directive id>`: what became of one directive after the meeting, by those it is addressed to.',
  door: '`door-<id>`: links of a meeting’s attendees, screens and stewards, by their digests, and sessions that were ended. Never part of the record that is read or exported.',
  contact:
    '`contact-<meeting id>.<attendee id>`: e-mail and telephone of an attendee. Not part of the record; deleting the stream erases them.',
  account: '`account-<id>`: an account, its roles, the digest of its password, and sessions that were ended.',
};

type Field = {
  readonly type?: string | string[];
  readonly enum?: unknown[];
  readonly const?: unknown;
  readonly anyOf?: Field[];
  readonly items?: Field;
  readonly pattern?: string;
};

/** A field's type in a few words. */
function words(field: Field): string {
  if (field.anyOf) return field.anyOf.map(words).join(' or ');
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.enum) return field.enum.map((value) => String(value)).join(', ');
  if (field.type === 'array') return `list of ${field.items ? words(field.items) : 'values'}`;
  if (field.type === 'null') return 'null';
  return Array.isArray(field.type) ? field.type.join(' or ') : (field.type ?? 'value');
}

function seenBy(type: string): string {
  const rule = (visibility as Readonly<Record<string, unknown>>)[type];
  if (rule === undefined) return '';
  return typeof rule === 'string' ? rule : 'as distributed';
}

function row(type: string, schema: z.ZodType, family: StreamName): string {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as {
    properties?: Record<string, Field>;
  };
  const fields = Object.entries(properties)
    .filter(([name]) => name !== 'at')
    .map(([name, field]) => `\`${name}\` (${words(field).replaceAll('|', '\\|')})`);
  const seen = family === 'meeting' ? ` ${seenBy(type)} |` : '';
  return `| \`${type}\` | ${fields.join(', ')} |${seen}`;
}

/** The whole page, in Markdown. */
export function eventCatalogue(): string {
  const sections = Object.entries(streams).map(([name, { events }]) => {
    const family = name as StreamName;
    const head =
      family === 'meeting' ? '| Event | Data | Seen by |\n| --- | --- | --- |' : '| Event | Data |\n| --- | --- |';
    const rows = Object.entries(events).map(([type, schema]) => row(type, schema, family));
    return `## ${name}\n\n${ABOUT[family]}\n\n${head}\n${rows.join('\n')}\n`;
  });
  return `# Event catalogue

Every event is \`{ id, type, data, metadata }\`. Types are in the past tense and never renamed; where a shape changes, an
upcaster brings the old one to the new, and a golden file of each old shape stays in \`events/golden/\`. Each \`data\` carries
\`at\`, when it happened by the server's clock (RFC 3339, UTC, milliseconds). \`metadata\` carries \`actor\`, \`command\`,
\`commandId\`, \`fingerprint\`, \`$correlationId\`, \`$causationId\`, \`recordedAt\` and, from the second shape on, \`shape\`. An event's
id is the UUIDv5 of its command's id and its index, so a retry writes nothing twice.

“Seen by” is who is sent an event, live, in the past and in exports: everyone of the meeting, the officers alone, or as
the document it tells of is distributed. A screen in the hall follows live what everyone sees of the meeting and its
attendance; a steward at the door the meeting's times, venues, roster and attendance.

${sections.join('\n')}`;
}
