// The proceedings: each item in the order in which it was really taken, with its speeches and all that was done under it;
// and the items that were not taken.

import { spokenSecondsOf } from '@rostrum/events';
import type { AgendaItem, Directive, Speech } from '@rostrum/events';
import { agendaProgress } from '../agenda-progress.ts';
import type { ItemProgress } from '../agenda-progress.ts';
import { entry, facts, list, paragraph, said, section } from './document.ts';
import type { Block, Entry, Said, Section } from './document.ts';
import { commendationBlocks, documentBlocks, motionSections, statementSections } from './outcomes.ts';
import type { Writing } from './writing.ts';

/** One section for each item that was taken. */
export function proceedings(written: Writing): readonly Section[] {
  const { meeting, view, at } = written;
  const progress = new Map(agendaProgress(view, at).items.map((item) => [item.itemId, item]));
  return meeting.agenda.taken.map((itemId, place) => {
    const item = meeting.agenda.items.get(itemId)!;
    return section(
      `item-${itemId}`,
      `${place + 1}. ${item.title}`,
      [
        ...itemFacts(written, item, progress.get(itemId)),
        ...documentBlocks(written, itemId),
        ...commendationBlocks(written, itemId),
        ...directiveList(written, written.directivesOf({ itemId })),
        ...paragraph(outcomeOf(written, item)),
      ],
      [...speechSections(written, itemId), ...statementSections(written, itemId), ...motionSections(written, itemId)],
    );
  });
}

function itemFacts({ words, time, cited, name, span }: Writing, item: AgendaItem, progress: ItemProgress | undefined) {
  const { itemId, kind, presenters, topics, plannedMinutes, sittings } = item;
  const plan = cited.about(itemId, 'ItemAdded', 'ItemRevised');
  const taken = cited.about(itemId, 'ItemCalled', 'ItemConcluded', 'ItemReopened', 'ItemDeferred');
  const planned =
    progress === undefined || plannedMinutes === null
      ? null
      : words.plannedTime(
          words.span(time.minute(progress.plannedFrom), time.minute(progress.plannedTo)),
          words.minutes(plannedMinutes),
        );
  return facts([
    [words.facts.kind, said(words.itemKind[kind], plan)],
    [words.facts.planned, planned === null ? null : said(planned, plan)],
    [words.facts.taken, said(words.names(sittings.map(({ from, to }) => span(from, to))), taken)],
    [words.facts.presenters, presenters.length === 0 ? null : said(words.names(presenters.map(name)), plan)],
    [words.facts.topics, topics.length === 0 ? null : said(topics.join('; '), plan)],
  ]);
}

function outcomeOf({ words, cited }: Writing, item: AgendaItem): Said | null {
  if (item.status === 'deferred') return said(words.deferred(item.reason), cited.about(item.itemId, 'ItemDeferred'));
  if (item.outcome === null) return null;
  return said(`${words.facts.outcome}${words.colon}${item.outcome}`, cited.about(item.itemId, 'ItemConcluded'));
}

function speechSections(written: Writing, itemId: string): readonly Section[] {
  const { words, name } = written;
  return written.speechesUnder(itemId).map((speech) =>
    section(`speech-${speech.speechId}`, words.speechHeading(name(speech.speakerId), words.requestKind[speech.kind]), [
      ...paragraph(...courseOf(written, speech)),
      ...list(
        speech.points.map((point) => entry(said(point, written.cited.about(speech.speechId, 'SpeechSummarized')))),
        true,
      ),
      ...directiveList(written, written.directivesOf(speech)),
    ]),
  );
}

/** Who spoke from when to when, and what interrupted or ended it. */
function courseOf({ words, meeting, time, cited, name, at }: Writing, speech: Speech): readonly (Said | null)[] {
  const { speechId, speakerId, from, to, pauses, limitSeconds, takenBackBecause } = speech;
  const about = (...types: readonly string[]) => cited.about(speechId, ...types);
  const title = meeting.roster.attendees.get(speakerId)?.title ?? null;
  const exactly = (start: string, end: string | null) =>
    end === null ? words.since(time.second(start)) : words.span(time.second(start), time.second(end));
  const [paused, resumed] = [about('FloorPaused'), about('FloorResumed')];
  const spoke = words.spoke(name(speakerId), title, exactly(from, to), words.duration(spokenSecondsOf(speech, at)));
  return [
    said(spoke, about('FloorGiven', 'FloorYielded', 'FloorTakenBack')),
    limitSeconds === null
      ? null
      : said(words.limit(words.duration(limitSeconds)), about('FloorGiven', 'FloorExtended')),
    ...pauses.map((pause, place) =>
      said(
        words.interposed(pause.questionerId === null ? null : name(pause.questionerId), exactly(pause.from, pause.to)),
        [...paused.slice(place, place + 1), ...resumed.slice(place, place + 1)],
      ),
    ),
    takenBackBecause === null ? null : said(words.takenBack(takenBackBecause || null), about('FloorTakenBack')),
  ];
}

const directiveList = (written: Writing, directives: readonly Directive[]): readonly Block[] =>
  list(directives.map((directive) => directiveEntry(written, directive)));

function directiveEntry({ words, cited, name }: Writing, directive: Directive): Entry {
  const events = cited.about(directive.directiveId, 'DirectiveIssued', 'DirectiveRevised');
  const { withdrawnBecause, dueOn, addressedTo } = directive;
  const [year, month, day] = (dueOn ?? '').split('-').map(Number);
  return entry(said(directive.text, events), words.directive(directive.ordinal), [
    said(words.addressedTo(words.names(addressedTo.map(name))), events),
    ...(dueOn === null ? [] : [said(words.due(words.calendarDay(year!, month!, day!)), events)]),
    ...(withdrawnBecause === null
      ? []
      : [said(words.withdrawnBecause(withdrawnBecause), cited.about(directive.directiveId, 'DirectiveWithdrawn'))]),
  ]);
}

/** Items that were deferred before they were called, withdrawn, or not reached. */
export function notTakenSection({ meeting, words, cited }: Writing): readonly Section[] {
  const { agenda, lifecycle } = meeting;
  const left = agenda.items.values().filter(({ itemId }) => !agenda.taken.includes(itemId));
  if (left.length === 0 || lifecycle.openedAt === null) return [];
  const why = ({ itemId, status, reason }: AgendaItem): Said =>
    status === 'deferred'
      ? said(words.deferred(reason), cited.about(itemId, 'ItemDeferred'))
      : status === 'withdrawn'
        ? said(words.withdrawn(reason), cited.about(itemId, 'ItemWithdrawn'))
        : said(words.notReached);
  const entries = left.map((item) =>
    entry(said(item.title, cited.about(item.itemId, 'ItemAdded', 'ItemRevised')), words.itemKind[item.kind], [
      why(item),
    ]),
  );
  return [section('not-taken', words.headings.notTaken, list(entries))];
}
