// The meeting as it stood at the moment: the same parts that room and desk show of a meeting that goes on. What the whole
// record never holds is left out; what it holds only later says that there is none yet.

import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { LiveProvider, useLive } from '../../../live/use-live.tsx';
import { useArchive } from '../archive-context.tsx';
import { ThenAgenda } from './agenda.tsx';
import { ThenCommendations } from './commendations.tsx';
import { ThenConversation } from './conversation.tsx';
import { ThenDecisions } from './decisions.tsx';
import { Deferred } from './deferred.tsx';
import { ThenDirectives } from './directives.tsx';
import { ThenDocuments } from './documents.tsx';
import { ThenHead } from './head.tsx';
import { ThenNow } from './now.tsx';
import { ThenPresence } from './presence.tsx';
import { ThenQueue } from './queue.tsx';
import { ThenSpeeches } from './speeches.tsx';
import { ThenStatements } from './statements.tsx';
import './then.css';

export function Then(): JSX.Element {
  const archive = useArchive();
  const live = useLive();
  const ever = createMemo(() => {
    const { meeting, conversation } = archive.latest();
    return {
      directives: meeting.directives.all.size > 0,
      statements: meeting.statements.all.size > 0,
      commendations: meeting.commendations.all.size > 0,
      documents: meeting.documents.all.size > 0,
      decisions: meeting.decisions.motions.size > 0,
      conversation: conversation.messages.size + conversation.questions.size > 0,
    };
  });
  // Shared parts read the meeting they stand in: here it is the one of that moment, by the clock of that moment.
  return (
    <LiveProvider value={{ ...live, view: archive.view, serverNow: archive.second }}>
      <div data-component="then">
        <ThenHead />
        <div data-part="columns">
          <div data-part="now">
            <ThenNow />
          </div>
          <div data-part="agenda">
            <Deferred>
              <ThenAgenda />
            </Deferred>
          </div>
          <div data-part="proceedings">
            <Deferred>
              <ThenSpeeches />
            </Deferred>
            <Show when={ever().directives}>
              <Deferred>
                <ThenDirectives />
              </Deferred>
            </Show>
            <Show when={ever().statements}>
              <Deferred>
                <ThenStatements />
              </Deferred>
            </Show>
            <Show when={ever().commendations}>
              <Deferred>
                <ThenCommendations />
              </Deferred>
            </Show>
            <Show when={ever().decisions}>
              <Deferred>
                <ThenDecisions />
              </Deferred>
            </Show>
          </div>
          <div data-part="people">
            <Deferred>
              <ThenQueue />
            </Deferred>
            <Deferred>
              <ThenPresence />
            </Deferred>
            <Show when={ever().documents}>
              <Deferred>
                <ThenDocuments />
              </Deferred>
            </Show>
            <Show when={ever().conversation}>
              <Deferred>
                <ThenConversation />
              </Deferred>
            </Show>
          </div>
        </div>
      </div>
    </LiveProvider>
  );
}
