// What stands after the text that is signed: the signatures themselves, and what was recorded once the minutes were adopted.

import type { Correction } from '@rostrum/events';
import type { ViewEvent } from '../view.ts';
import { entry, list, paragraph, said, section } from './document.ts';
import type { Entry, Section } from './document.ts';
import type { Writing } from './writing.ts';

/** The name of who recorded an event, by its id; null where the events do not say. */
function recorderOf(events: readonly ViewEvent[], eventId: string | undefined): string | null {
  const event = events.find(({ id }) => id === eventId);
  const actor = event?.metadata?.actor ?? event?.actor;
  return actor === undefined ? null : (actor.name ?? actor.id);
}

function correctionEntry({ words, time, cited, events }: Writing, correction: Correction): Entry {
  const { correctionId, field, oldValue, newValue, reason, at, correctsEventId } = correction;
  const recorded = cited.about(correctionId, 'CorrectionRecorded');
  const by = recorderOf(events, recorded[0]);
  return entry(
    said(words.correction(field, oldValue, newValue, by, time.moment(at)), [...recorded, correctsEventId]),
    null,
    [said(words.because(reason), recorded)],
  );
}

/** The corrections recorded so far; nothing where there are none. */
export function correctionsSection(written: Writing): readonly Section[] {
  const { corrections } = written.meeting.lifecycle;
  if (corrections.length === 0) return [];
  const entries = corrections.map((correction) => correctionEntry(written, correction));
  return [section('corrections', written.words.headings.corrections, list(entries))];
}

/** Who signed the minutes and when, and their adoption. */
export function signaturesSection({ meeting, words, time, cited }: Writing): Section {
  const { signatures, adopted } = meeting.minutes;
  const signed = cited.of('MinutesSigned');
  return section('signatures', words.headings.signatures, [
    ...list(
      signatures.map(({ office, signerName, texts, at }) =>
        entry(
          said(words.signedMinutes(words.office[office], signerName, time.moment(at)), signed),
          null,
          texts.map(({ language, sha256 }) => said(`${language}: ${words.digest(sha256)}`, signed)),
        ),
      ),
    ),
    ...paragraph(
      signatures.length === 0 ? said(words.notSigned) : null,
      adopted === null ? null : said(words.adopted(time.moment(adopted.at)), cited.of('MinutesAdopted')),
    ),
  ]);
}

/**
 * What was recorded after the adoption: corrections, and answers to statements.
 * @param now everything recorded so far
 * @param count how many events there were at the adoption
 */
export function laterSection(now: Writing, count: number): readonly Section[] {
  const { words, time, name, meeting } = now;
  const entries = now.events.slice(count).flatMap(({ id, type, data }): readonly Entry[] => {
    if (type === 'CorrectionRecorded') return [correctionEntry(now, data as Correction)];
    if (type !== 'StatementSigned' && type !== 'StatementDeclined') return [];
    const { statementId, recipientId, signedBy, signerId, reason, at } = data as Answered;
    const text =
      type === 'StatementSigned'
        ? words.signedAt(signedBy ?? '', time.moment(at), signerId === null)
        : words.declinedAt(time.moment(at), reason ?? '');
    const title = meeting.statements.all.get(statementId)?.title ?? statementId;
    return [entry(said(`${name(recipientId)}${words.colon}${text}`, [id]), title)];
  });
  return entries.length === 0 ? [] : [section('later', words.headings.later, list(entries))];
}

type Answered = {
  readonly statementId: string;
  readonly recipientId: string;
  readonly signedBy?: string;
  readonly signerId?: string | null;
  readonly reason?: string;
  readonly at: string;
};
