// What a template of a meeting is: an agenda of the right kinds with planned minutes, in each language of the house.

import type { ItemKind } from '@rostrum/events';
import type { MeetingLine } from '../../../api/meetings.ts';
import type { Language } from '../../../i18n/words.ts';

export type Text = Readonly<Record<Language, string>>;

export type TemplateItem = {
  readonly itemId: string;
  readonly kind: ItemKind;
  readonly minutes: number;
  readonly title: Text;
};

export type Template = {
  readonly name: string;
  readonly title: Text;
  /** When one takes it, in a sentence. */
  readonly about: Text;
  readonly form: MeetingLine['form'];
  readonly purpose: readonly Text[];
  readonly items: readonly TemplateItem[];
};

/** A text in the languages of a meeting: one after another, where it has several. */
export const textIn = (text: Text, languages: readonly Language[]): string =>
  languages.map((language) => text[language]).join(' / ');
