// What was done under an item: documents announced, commendations conferred, statements issued and signed, motions put
// and decided. Nothing that is still for the officers alone is said.

import { conferredCommendations, currentVersion, readersOf, signatures } from '@rostrum/events';
import type { Commendation, Document, Motion, Statement, StatementAnswer, Vote } from '@rostrum/events';
import { entry, list, paragraph, said, section } from './document.ts';
import type { Block, Entry, Said, Section } from './document.ts';
import type { Writing } from './writing.ts';

// ── documents ───────────────────────────────────────────────────────────────────────────────────────────────────────

const isPublic = ({ distribution, announced }: Document): boolean => distribution === 'everyone' || announced !== null;

/** The item under which the minutes speak of a document. */
const placeOf = ({ announced, itemId }: Document): string | null => announced?.itemId ?? itemId;

/** The documents that belong to an item. */
export const documentBlocks = (written: Writing, itemId: string): readonly Block[] =>
  list(
    written.meeting.documents.all
      .values()
      .filter((document) => isPublic(document) && placeOf(document) === itemId)
      .map((document) => documentEntry(written, document)),
  );

/** The documents that belong to no item that was taken. */
export function otherDocumentsSection(written: Writing): readonly Section[] {
  const { meeting, words } = written;
  const others = meeting.documents.all
    .values()
    .filter((document) => isPublic(document) && !meeting.agenda.taken.includes(placeOf(document) ?? ''));
  if (others.length === 0) return [];
  return [
    section('documents', words.headings.documents, list(others.map((document) => documentEntry(written, document)))),
  ];
}

function documentEntry({ words, time, cited }: Writing, document: Document): Entry {
  const { documentId, title, announced, withdrawn } = document;
  const { fileName, sizeBytes, sha256 } = currentVersion(document);
  const files = cited.about(documentId, 'DocumentTabled', 'DocumentReplaced', 'DocumentAnnounced');
  const readers = readersOf(document).length;
  const sentence =
    announced === null
      ? said(words.tabled(title), cited.about(documentId, 'DocumentTabled'))
      : said(words.announced(title, time.minute(announced.at)), cited.about(documentId, 'DocumentAnnounced'));
  return entry(sentence, null, [
    said(words.file(fileName, sizeBytes), files),
    said(words.digest(sha256), files),
    ...(document.confirmReading ? [said(words.readBy(readers), cited.about(documentId, 'DocumentRead'))] : []),
    ...(withdrawn === null
      ? []
      : [said(words.withdrawn(withdrawn.reason), cited.about(documentId, 'DocumentWithdrawn'))]),
  ]);
}

// ── commendations ───────────────────────────────────────────────────────────────────────────────────────────────────

/** What was conferred under an item, in that order. */
export const commendationBlocks = (written: Writing, itemId: string): readonly Block[] =>
  list(
    conferredCommendations(written.meeting.commendations)
      .filter(({ conferral }) => conferral?.itemId === itemId)
      .map((commendation) => commendationEntry(written, commendation)),
  );

function commendationEntry({ words, time, cited }: Writing, commendation: Commendation): Entry {
  const { commendationId, award, category, programme, period, rank, citation, recipients } = commendation;
  const { presenterName, certificate, at } = commendation.conferral!;
  const events = cited.about(commendationId, 'CommendationConferred');
  const note = (sentence: ((text: string) => string) | null, text: string | null): readonly Said[] =>
    text === null ? [] : [said(sentence === null ? text : sentence(text), events)];
  const names = recipients.map(({ name, unit }) => (unit === null ? name : `${name} (${unit})`));
  return entry(said(words.conferred(award, words.category[category], presenterName, time.minute(at)), events), null, [
    ...note(words.programme, programme),
    ...note(words.period, period),
    ...note(words.rank, rank),
    ...note(words.recipients, names.length === 0 ? null : words.names(names)),
    ...note(null, citation),
    said(words.certificate(certificate), events),
  ]);
}

// ── statements ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The statements issued under an item: the exact text, its digest, and who signed. */
export const statementSections = (written: Writing, itemId: string): readonly Section[] =>
  written.meeting.statements.all
    .values()
    .filter((statement) => statement.status === 'issued' && statement.itemId === itemId)
    .map((statement) => statementSection(written, statement));

function statementSection(written: Writing, statement: Statement): Section {
  const { words, time, cited, name } = written;
  const { statementId, title, subject, text, issuerId, issuedAt, answers } = statement;
  const issued = cited.about(statementId, 'StatementIssued');
  const { signed, declined, outstanding } = signatures(statement);
  const sentence = words.statementIssued(name(issuerId!), title, subject, time.minute(issuedAt!), answers.size);
  const answered = cited.about(statementId, 'StatementSigned', 'StatementDeclined');
  return section(`statement-${statementId}`, title, [
    ...paragraph(said(sentence, issued)),
    { kind: 'quotation', said: said(text, issued) },
    ...paragraph(said(words.digest(statement.sha256!), issued)),
    ...paragraph(said(words.signatureCount(signed.length, declined.length, outstanding.length), answered)),
    {
      kind: 'table',
      columns: [words.columns.recipient, words.columns.signature],
      rows: answers.values().map((answer) => ({
        cells: [name(answer.recipientId), answerText(written, answer)],
        events: cited
          .about(answer.recipientId, 'StatementSigned', 'StatementDeclined')
          .filter((event) => answered.includes(event)),
      })),
    },
  ]);
}

function answerText(
  { words, time }: Writing,
  { answer, at, signedBy, onPaper, declinedBecause }: StatementAnswer,
): string {
  if (answer === 'outstanding' || at === null) return words.outstanding;
  return answer === 'signed'
    ? words.signedAt(signedBy ?? '', time.moment(at), onPaper)
    : words.declinedAt(time.moment(at), declinedBecause ?? '');
}

// ── motions ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The motions put under an item, each with its wordings, its votes and the result. */
export const motionSections = (written: Writing, itemId: string): readonly Section[] =>
  written.meeting.decisions.motions
    .values()
    .filter((motion) => motion.itemId === itemId)
    .map((motion) => motionSection(written, motion));

function motionSection(written: Writing, motion: Motion): Section {
  const { words, time, cited, name } = written;
  const { motionId, moverId, seconderId, putAt, votes, earlier, status, withdrawnBecause } = motion;
  const put = cited.about(motionId, 'MotionPut');
  const wording = cited.about(motionId, 'MotionPut', 'MotionRevised');
  const moved = words.moved(name(moverId), seconderId === null ? null : name(seconderId), time.minute(putAt));
  return section(`motion-${motionId}`, words.motion(motion.title), [
    ...paragraph(said(moved, put)),
    ...earlier.flatMap(({ text, until }): readonly Block[] => [
      ...paragraph(said(words.reworded(time.minute(until)), wording)),
      { kind: 'quotation', said: said(text, wording) },
    ]),
    { kind: 'quotation', said: said(motion.text, wording) },
    ...votes.flatMap((vote, place) => voteBlocks(written, motion, vote, place)),
    ...paragraph(
      status === 'withdrawn'
        ? said(words.motionWithdrawn(withdrawnBecause), cited.about(motionId, 'MotionWithdrawn'))
        : votes.length === 0
          ? said(words.motionOpen)
          : null,
    ),
  ]);
}

function voteBlocks(written: Writing, { motionId }: Motion, vote: Vote, place: number): readonly Block[] {
  const { words, cited, name, span } = written;
  const { method, majority, openedAt, objections, choices, closed, abandonedBecause } = vote;
  const opened = cited.about(motionId, 'VoteOpened').slice(place, place + 1);
  const ended = cited.about(motionId, 'VoteClosed', 'VoteAbandoned');
  const cast = new Set(cited.about(motionId, 'VoteCast', 'ObjectionRaised'));
  const by = (voterId: string) =>
    cited.about(voterId, 'VoteCast', 'ObjectionRaised').filter((event) => cast.has(event));
  const how = words.voted(
    words.method[method],
    majority === null ? null : words.majority[majority],
    span(openedAt, closed?.at ?? null),
  );
  return [
    ...paragraph(
      said(how, opened),
      ...objections.map(({ voterId, reason }) => said(words.objected(name(voterId), reason), by(voterId))),
      closed === null ? null : said(words.eligible(closed.eligibleVotes, closed.present.length), ended),
      closed === null || closed.tally === null ? null : said(words.tally(closed.tally), ended),
      closed === null ? null : said(words.result[closed.result], ended),
      abandonedBecause === null ? null : said(words.abandoned(abandonedBecause), ended),
    ),
    ...(choices.size === 0
      ? []
      : [
          {
            kind: 'table' as const,
            columns: [words.columns.voter, words.columns.vote],
            rows: choices.keys().map((voterId) => ({
              cells: [name(voterId), words.choice[choices.get(voterId)!]],
              events: by(voterId),
            })),
          },
        ]),
  ];
}
