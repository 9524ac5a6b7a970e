// The minutes of a meeting, computed from the record as the reader may see it, and the digests that chair and secretary
// sign: of the very bytes of `minutes.md` without its signatures.

import { createHash } from 'node:crypto';
import { isOfficer } from '@rostrum/events';
import type { Actor, Audience, Instant, RecordedEvent } from '@rostrum/events';
import { Playback, minutesOf, renderMarkdown, signedPart } from '@rostrum/projections';
import type { MinutesDocument } from '@rostrum/projections';
import type { Deps } from '../deps.ts';
import { Problem } from '../http/problem.ts';
import { readableBy } from '../live/audience.ts';
import { readRecord } from '../live/record.ts';

export type SignedText = { readonly language: string; readonly sha256: string };

/** The minutes as a document. `language` must be one of the meeting's; without it the first of them. */
export type MinutesIn = (language: string | undefined) => MinutesDocument;

/**
 * Reads what the minutes are computed from.
 * @param moment a revision or an instant; without it, now
 * @returns the languages of the meeting, and the minutes in each
 * @throws Problem 404 where the meeting had not been scheduled then
 */
export async function readMinutes(
  { store }: Pick<Deps, 'store'>,
  meetingId: string,
  audience: Audience,
  moment?: number | Instant,
): Promise<{ readonly languages: readonly string[]; readonly minutesIn: MinutesIn }> {
  const playback = playbackFor(await readRecord(store, meetingId), audience, moment);
  const count = moment === undefined ? playback.length : playback.countUntil(moment);
  const view = playback.viewAfter(count);
  if (view.meeting.lifecycle.status === 'unscheduled') {
    throw new Problem(404, 'meeting.not-yet', 'The meeting had not been scheduled then. Ask for a later moment.');
  }
  const events = playback.eventsUntil(moment ?? Number.MAX_SAFE_INTEGER);
  const { languages } = view.meeting.lifecycle;
  const minutesIn: MinutesIn = (language) => {
    if (language !== undefined && !languages.includes(language)) {
      throw new Problem(
        404,
        'minutes.unknown-language',
        `The minutes are kept in: ${languages.join(', ')}. Ask for one of these.`,
      );
    }
    return minutesOf(view, events, language);
  };
  return { languages, minutesIn };
}

/**
 * Until the minutes are adopted a reader has them without what is for the officers alone, the secretary's edits among it.
 * Once they are, everyone reads the text that was signed; nothing in it is under embargo.
 */
function playbackFor(record: readonly RecordedEvent[], audience: Audience, moment?: number | Instant): Playback {
  const whole = new Playback(record);
  const { adopted } = whole.viewAt(moment ?? Number.MAX_SAFE_INTEGER).meeting.minutes;
  return audience === 'officers' || adopted !== null ? whole : new Playback(readableBy(record, audience));
}

/** SHA-256 of the text that is signed, in lower-case hexadecimal. */
export const digestOfMinutes = (document: MinutesDocument): string =>
  createHash('sha256')
    .update(renderMarkdown(signedPart(document)))
    .digest('hex');

/** What there is to sign: the digest in each of the meeting's languages. */
export async function textsToSign(deps: Pick<Deps, 'store'>, meetingId: string): Promise<readonly SignedText[]> {
  const { languages, minutesIn } = await readMinutes(deps, meetingId, 'officers');
  return languages.map((language) => ({ language, sha256: digestOfMinutes(minutesIn(language)) }));
}

/**
 * Lets a signature through only where it is of the text as it stands. Whoever may not sign is left to be refused by the
 * rules, and learns nothing here.
 * @throws Problem 409 where the minutes have changed since they were read
 */
export async function requireSameText(
  { store, commands }: Pick<Deps, 'store' | 'commands'>,
  meetingId: string,
  actor: Actor,
  texts: readonly SignedText[],
): Promise<void> {
  const { state } = await commands.stateOf('meeting', meetingId);
  if (!isOfficer(actor, state)) return;
  const current = await textsToSign({ store }, meetingId);
  const other = texts.filter(({ language, sha256 }) =>
    current.some((text) => text.language === language && text.sha256 !== sha256),
  );
  if (other.length === 0) return;
  throw new Problem(
    409,
    'minutes.text-differs',
    'The minutes have changed since you read them. Read them again, then sign.',
    {
      facts: { languages: other.map(({ language }) => language) },
    },
  );
}
