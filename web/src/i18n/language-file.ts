// What a language is: one file in `languages/`, named by its tag (BCP 47: `en.ts`, `zh-CN.ts`). It may keep its words beside
// it and fetch them, or have them all in itself; the compiler says which are missing.

import type { after } from './en/after.ts';
import type { archive } from './en/archive.ts';
import type { desk } from './en/desk.ts';
import type { drafts } from './en/drafts.ts';
import type { fields } from './en/fields.ts';
import type { finding } from './en/finding.ts';
import type { prepare } from './en/prepare.ts';
import type { ready } from './en/ready.ts';
import type { record } from './en/record.ts';
import type { room } from './en/room.ts';
import type { screen } from './en/screen.ts';
import type { steward } from './en/steward.ts';
import type { InputSentences } from './input-sentences.ts';
import type { Refusals } from './refusals.ts';
import type { Dictionary, DictionaryOf } from './words.ts';

/** The English words of the areas: pages that not everybody opens. */
export type Areas = {
  readonly after: typeof after;
  readonly archive: typeof archive & typeof record;
  readonly desk: typeof desk & typeof fields;
  readonly drafts: typeof drafts;
  readonly finding: typeof finding;
  readonly prepare: typeof prepare;
  readonly ready: typeof ready;
  readonly record: typeof record;
  readonly room: typeof room;
  readonly screen: typeof screen;
  readonly steward: typeof steward;
};
export type AreaName = keyof Areas;

/** What puts the English of the catalogue and of the server into the language. */
export type Tables = {
  /** What commands are called, by their names. */
  readonly commandTitles: Readonly<Record<string, string>>;
  readonly inputSentences: InputSentences;
  readonly refusals: Refusals;
};

export type LanguageFile = {
  /** The words of every page. */
  readonly words: Dictionary;
  readonly areas: { readonly [Name in AreaName]: () => Promise<DictionaryOf<Areas[Name]>> };
  /** None in English. Without one of them, English stands in its place. */
  readonly tables?: { readonly [Name in keyof Tables]?: () => Promise<Tables[Name]> };
  /** Loads the faces of a script that those of every page do not have. */
  readonly loadFaces?: () => void;
};
