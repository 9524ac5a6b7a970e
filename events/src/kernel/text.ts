// The shapes of values that people type: identifiers, lines, prose, instants. Each refuses what no honest keyboard
// sends (control characters, bidirectional overrides, lone surrogates) and says so in a sentence.

import * as z from 'zod';

/**
 * Characters that no name or text of a meeting needs: C0 and C1 controls save tab and newline, the bidirectional
 * embeddings, overrides and isolates (Unicode TR 36, section 3.2: they make a text read other than it is written),
 * and surrogates without their partner.
 */
// oxlint-disable-next-line no-control-regex -- control characters are exactly what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u;

const FORBIDDEN_SENTENCE = 'Contains control or text-direction characters. Remove them and type the text again.';

/** Something to see. What is made of spaces and of characters without a shape, such as U+200B, is as good as empty. */
const VISIBLE = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
const isEmptyOrVisible = (text: string): boolean => text === '' || VISIBLE.test(text);

/** An identifier: letters, digits, `-`, `_` and `.`, 64 characters at most. Entities take the id of the command that made them, or the caller's own. */
export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'An id has 1 to 64 letters, digits, dots, hyphens or underscores.');

/** One line of text without a line break, trimmed, 1 to `max` characters (Unicode code points). */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Must not be empty.')
    .max(max, `Must not be longer than ${max} characters.`)
    .refine(isEmptyOrVisible, 'Must not be empty.')
    .refine((text) => !FORBIDDEN.test(text), FORBIDDEN_SENTENCE)
    .refine((text) => !/[\n\t\u2028\u2029]/.test(text), 'Must be one line, without line breaks and tabs.');

/** Text of any number of lines, trimmed, 1 to `max` characters (Unicode code points). Line breaks are `\n`. */
export const prose = (max: number) =>
  z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .min(1, 'Must not be empty.')
        .max(max, `Must not be longer than ${max} characters.`)
        .refine(isEmptyOrVisible, 'Must not be empty.')
        .refine((text) => !FORBIDDEN.test(text), FORBIDDEN_SENTENCE),
    );

/** An instant: RFC 3339 with an offset, such as `2021-05-26T09:00:00+08:00`. What the server writes is UTC with milliseconds. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'Must be an RFC 3339 instant with an offset, such as 2021-05-26T09:00:00+08:00.',
});
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date('Must be a day, such as 2021-05-26.');

/** A SHA-256 digest in lower-case hexadecimal. */
export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'Must be a SHA-256 digest in 64 lower-case hexadecimal digits.');

/** A BCP 47 language tag, such as `en` or `zh-CN`. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Must be a language tag, such as en or zh-CN.');

/** A unit of the organisation as a path from the root, such as `Headquarters / Information Department`. */
export const unitPath = z
  .string()
  .transform((path) =>
    path
      .split('/')
      .map((part) => part.trim())
      .filter(Boolean)
      .join(' / '),
  )
  .pipe(line(300));

/** Whole seconds between two instants, rounded down; never negative. */
export const secondsBetween = (from: Instant, to: Instant): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
