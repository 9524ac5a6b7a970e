// The archive: the record of a meeting, fetched whole, and the meeting as it stood at any instant of it.

import type { Playback } from '@rostrum/projections';
import { Match, Show, Switch } from 'solid-js';
import type { JSX } from 'solid-js';
import { useSession } from '../../api/session.tsx';
import { useLive } from '../../live/use-live.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { usePageTitle } from '../../ui/page-title.ts';
import { StateMissing } from '../../ui/state-missing.tsx';
import { StateProblem } from '../../ui/state-problem.tsx';
import { OfflineNotice } from '../meeting/offline-notice.tsx';
import { MeetingParts } from '../meeting/parts.tsx';
import { ArchiveProvider, createArchive } from './archive-context.tsx';
import { RecordList } from './events/record-list.tsx';
import { Exports } from './exports/exports.tsx';
import { createRecord } from './record/create-record.ts';
import type { MeetingRecord } from './record/create-record.ts';
import { RecordLoading } from './record/record-loading.tsx';
import { Story } from './story/story.tsx';
import { AttendanceTable } from './tables/attendance.tsx';
import { ItemsTable } from './tables/items.tsx';
import { SpeakingTable } from './tables/speaking.tsx';
import { Then } from './then/then.tsx';
import { createDrawing } from './timeline/create-drawing.ts';
import { TimelineDrawing } from './timeline/timeline.tsx';
import { Slider } from './transport/slider.tsx';
import { Transport } from './transport/transport.tsx';
import { ArchiveWords, useArchiveWords } from './words.tsx';
import './archive.css';

export default function ArchivePage(): JSX.Element {
  return (
    <ArchiveWords>
      <Fetched />
    </ArchiveWords>
  );
}

function Fetched(): JSX.Element {
  const { a } = useArchiveWords();
  const live = useLive();
  const record = createRecord(live, useSession());
  const lifecycle = () => live.view().meeting.lifecycle;
  const failed = () => {
    const state = record.state();
    return state.is === 'failed' ? state.problem : null;
  };
  const playback = () => {
    const state = record.state();
    return state.is === 'ready' ? state.playback : null;
  };
  usePageTitle(() => a('page.title', { title: lifecycle().title }));
  return (
    <div data-component="archive">
      <OfflineNotice />
      <header data-part="head">
        <div>
          <p data-part="organisation" dir="auto">
            {lifecycle().organisation}
          </p>
          <h1 dir="auto">{lifecycle().title}</h1>
        </div>
        <MeetingParts />
      </header>
      <Switch fallback={<RecordLoading loading={record.loading()} />}>
        <Match when={failed()?.status === 404}>
          <StateMissing />
        </Match>
        <Match when={failed()}>{(problem) => <StateProblem problem={problem()} onRetry={record.retry} />}</Match>
        <Match when={playback()} keyed>
          {(fetched) => <Opened playback={fetched} record={record} />}
        </Match>
      </Switch>
    </div>
  );
}

function Opened(props: { readonly playback: Playback; readonly record: MeetingRecord }): JSX.Element {
  const { a } = useArchiveWords();
  // Made anew for another playback.
  // oxlint-disable-next-line solid/reactivity
  const archive = createArchive(useLive(), props.playback, props.record.length);
  const drawing = createDrawing(archive);
  return (
    <Show
      when={archive.length() > 0}
      fallback={
        <EmptyState title={a('empty.title')}>
          <p>{a('empty.text')}</p>
        </EmptyState>
      }
    >
      <ArchiveProvider value={archive}>
        <Story />
        <div data-part="moving">
          <Transport />
          <div data-part="measured" ref={(element) => drawing.measure(element)}>
            <Slider drawing={drawing} />
          </div>
        </div>
        <TimelineDrawing drawing={drawing} />
        <Then />
        <ItemsTable />
        <SpeakingTable />
        <AttendanceTable />
        <RecordList />
        <Exports />
      </ArchiveProvider>
    </Show>
  );
}
