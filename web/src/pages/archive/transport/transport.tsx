// Moving through the record: the clock of the moment shown, the events before and after it by name, and playing.

import { createMemo, Show } from 'solid-js';
import type { JSX } from 'solid-js';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Select } from '../../../ui/inputs.tsx';
import { useArchive } from '../archive-context.tsx';
import { useTelling } from '../events/use-telling.ts';
import { SPEEDS } from '../moment/advance.ts';
import type { Speed } from '../moment/advance.ts';
import { useArchiveWords } from '../words.tsx';
import { StepButton } from './step-button.tsx';
import './transport.css';

export function Transport(): JSX.Element {
  const { a, formats } = useArchiveWords();
  const archive = useArchive();
  const telling = useTelling();
  const { player } = archive;
  const zone = createMemo(() => formats(archive.latest().meeting.lifecycle.timeZone));
  const speeds = () =>
    SPEEDS.map((speed) => ({ value: String(speed), label: a('play.times', { speed: formats().number(speed) }) }));
  return (
    <div data-component="transport" role="group" aria-label={a('transport.label')}>
      <StepButton to="previous" telling={telling()} />
      <div data-part="middle">
        <div data-part="play">
          <Button
            square
            variant="primary"
            aria-label={player.playing() ? a('play.pause') : a('play.play')}
            onClick={() => player.toggle()}
          >
            <Icon name={player.playing() ? 'pause' : 'play'} />
          </Button>
          <Select
            label={a('play.speed')}
            labelHidden
            value={String(player.speed())}
            choices={speeds()}
            onValue={(value) => player.setSpeed(Number(value) as Speed)}
          />
        </div>
        <p data-part="clock">
          <time datetime={archive.at()}>
            <strong>{zone().timeWithSeconds(archive.at())}</strong>
            <span>{zone().day(archive.at())}</span>
          </time>
        </p>
        <div data-part="standing">
          <Show
            when={archive.isLatest()}
            fallback={
              <Button size="small" onClick={() => archive.go(null)}>
                {archive.running() ? a('latest.live') : a('latest.go')}
              </Button>
            }
          >
            <Badge tone={archive.running() ? 'now' : 'done'}>
              {archive.running() ? a('latest.running') : a('latest.is')}
            </Badge>
          </Show>
        </div>
      </div>
      <StepButton to="next" telling={telling()} />
    </div>
  );
}
