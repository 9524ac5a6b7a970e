// Under which key the words of a field and of its values stand: by the field's name, and by the command where one name
// means two things.

import type { CommandName } from '../../../api/command.ts';
import type { FieldKind, FormField } from '../../../meeting/form/model.ts';

const apart: Readonly<Record<string, string>> = {
  'add-item.kind': 'itemKind',
  'revise-item.kind': 'itemKind',
  'request-floor.kind': 'requestKind',
  'give-floor.kind': 'requestKind',
  'add-attendee.title': 'post',
  'revise-attendee.title': 'post',
  'answer-invitation.substitute.title': 'post',
  'import-roster.rows.title': 'post',
  'import-roster.rows.kind': 'rowKind',
  'hand-over-chair.to': 'successor',
  'set-unit-budget.limitSeconds': 'budget',
  'open-meeting.withoutQuorumBecause': 'withoutQuorum',
  'set-contact.email': 'email',
};

/** Where the words for the values of a choice are found among those that every page has; else among the desk's own. */
const common: Readonly<Record<string, string>> = {
  itemKind: 'kind',
  requestKind: 'request',
  office: 'office',
  capacity: 'capacity',
  form: 'form',
  discipline: 'discipline',
};

const withoutPlace = (path: string): string => path.replaceAll(/\.\d+(?=\.)/g, '');

/**
 * The name under which a field's words stand: `post` for the title of a person.
 * @param path the field's name below that of the list or group it stands in, such as `recipients.0.name`
 */
export function fieldKey(command: CommandName, path: string): string {
  const plain = withoutPlace(path);
  return apart[`${command}.${plain}`] ?? plain.slice(plain.lastIndexOf('.') + 1);
}

/** The key of a value of a choice, and whether every page has its words. */
export function valueKey(
  command: CommandName,
  path: string,
  value: string,
): { readonly key: string; readonly shared: boolean } {
  const field = fieldKey(command, path);
  return { key: `${common[field] ?? field}.${value}`, shared: field in common };
}

/** All fields of a form with their paths, those inside lists and groups too. */
export const pathsOf = (
  fields: readonly FormField[],
  above = '',
): readonly { readonly path: string; readonly kind: FieldKind }[] =>
  fields.flatMap(({ name, kind }) => {
    const path = above === '' ? name : `${above}.${name}`;
    return [{ path, kind }, ...(kind.is === 'rows' || kind.is === 'group' ? pathsOf(kind.fields, path) : [])];
  });
