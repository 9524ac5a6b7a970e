// What a form fills in by itself: the digest of the very text that is signed.

import type { CommandName } from '../../../api/command.ts';
import type { Values } from '../../../meeting/form/subject.ts';
import type { MeetingView } from '@rostrum/projections';
import { FILE_FIELDS } from './file-fields.ts';

/** True where the command takes a document's file. */
export const takesFile = (command: CommandName): boolean =>
  command === 'table-document' || command === 'replace-document';

/** True for a field that nobody types: what a file brings, and digests. */
export const isFilledIn = (
  command: CommandName,
  field: { readonly name: string; readonly kind: { is: string } },
): boolean =>
  field.kind.is === 'digest' || (takesFile(command) && (FILE_FIELDS as readonly string[]).includes(field.name));

/** The input with what belongs to what was chosen. */
export function completed(command: CommandName, input: Values, { meeting }: MeetingView): Values {
  if (command !== 'sign-statement') return input;
  const { statementId } = input;
  const digest = typeof statementId === 'string' ? meeting.statements.all.get(statementId)?.sha256 : undefined;
  return digest ? { ...input, sha256: digest } : input;
}
