// Who conducts the meeting, who may stand in, who keeps the record.

import type { Office } from '@rostrum/events';
import { createSignal, For, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { useLive } from '../../../live/use-live.tsx';
import { CommandButton } from '../../../meeting/command-button.tsx';
import { personOf } from '../../../meeting/people.ts';
import { Button } from '../../../ui/button.tsx';
import { OneName } from '../chosen.tsx';
import { attendeeOptions, nameOf } from '../people-options.ts';
import { Section } from '../section.tsx';
import { stageOf } from '../sections.ts';
import { usePrepareWords } from '../words.tsx';
import './officers.css';

const offices = ['chair', 'deputy', 'secretary'] as const;

export function OfficersSection(): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const open = () => stageOf(live.view().meeting) !== 'after';
  return (
    <Section id="officers" lead={open() ? p('officers.lead') : undefined}>
      <div data-component="officers">
        <For each={offices}>{(office) => <OfficeRow office={office} editable={open()} />}</For>
      </div>
    </Section>
  );
}

function OfficeRow(props: { readonly office: Office; readonly editable: boolean }): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const [choosing, setChoosing] = createSignal(false);
  const officers = () => live.view().meeting.officers;
  const holders = (): readonly string[] => {
    const { chair, deputies, secretary } = officers();
    if (props.office === 'deputy') return deputies;
    return [props.office === 'chair' ? chair : secretary].filter((holder) => holder !== null);
  };
  const appoint = () => {
    if (props.office === 'deputy') return p('officers.appointDeputy');
    return holders().length > 0 ? p('officers.replace') : p('officers.appoint');
  };

  return (
    <section aria-label={t(`office.${props.office}`)}>
      <h3>{t(`office.${props.office}`)}</h3>
      <div data-part="holders">
        <For each={holders()} fallback={<p data-part="none">{p(`officers.none.${props.office}`)}</p>}>
          {(attendeeId) => <Holder office={props.office} attendeeId={attendeeId} editable={props.editable} />}
        </For>
        <Show when={choosing()}>
          <Appointment office={props.office} onClose={() => setChoosing(false)} />
        </Show>
      </div>
      <Show when={props.editable && !choosing()}>
        <Button
          size="small"
          onClick={() => setChoosing(true)}
          aria-label={`${appoint()}: ${t(`office.${props.office}`)}`}
        >
          {appoint()}
        </Button>
      </Show>
    </section>
  );
}

type HolderProps = { readonly office: Office; readonly attendeeId: string; readonly editable: boolean };

function Holder(props: HolderProps): JSX.Element {
  const { p } = usePrepareWords();
  const live = useLive();
  const person = () => personOf(live.view().meeting, props.attendeeId);
  return (
    <div data-part="holder">
      <span data-part="who">
        <strong>{person()?.name ?? props.attendeeId}</strong>
        <span data-part="about">{[person()?.title, person()?.unit].filter(Boolean).join(' · ')}</span>
      </span>
      <Show when={props.editable}>
        <CommandButton
          command="relieve-officer"
          input={{ office: props.office, attendeeId: props.attendeeId }}
          variant="quiet"
          size="small"
          refusal="over"
          aria-label={p('officers.relieve.of', { name: person()?.name ?? props.attendeeId })}
        >
          {p('officers.relieve')}
        </CommandButton>
      </Show>
    </div>
  );
}

function Appointment(props: { readonly office: Office; readonly onClose: () => void }): JSX.Element {
  const { t, p } = usePrepareWords();
  const live = useLive();
  const [chosen, setChosen] = createSignal<string | null>(null);
  const meeting = () => live.view().meeting;
  return (
    <div data-part="appointment">
      <OneName
        label={p('officers.who')}
        hint={attendeeOptions(meeting()).length === 0 ? p('officers.noAttendees') : undefined}
        value={chosen()}
        name={(rosterId) => nameOf(meeting(), rosterId)}
        options={attendeeOptions(meeting())}
        onChange={setChosen}
      />
      <div data-part="buttons">
        <Button size="small" onClick={() => props.onClose()}>
          {t('dialog.cancel')}
        </Button>
        <CommandButton
          command="appoint-officer"
          input={{ office: props.office, attendeeId: chosen() ?? '' }}
          because={chosen() === null ? p('officers.choose') : undefined}
          onDone={() => props.onClose()}
          variant="primary"
          size="small"
        >
          {p('officers.appoint')}
        </CommandButton>
      </div>
    </div>
  );
}
