// Signs: the mark in its three sizes, badges in every tone, the clock, progress, notices, and the icons.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';
import markFile from '../../shell/mark.svg';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { Clock } from '../../ui/clock.tsx';
import { Icon, iconNames } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';

const tones: readonly (readonly [Tone, string])[] = [
  ['now', 'On now'],
  ['live', 'Open microphone'],
  ['waiting', 'Waiting'],
  ['steady', 'Present'],
  ['done', 'Done'],
  ['off', 'Cancelled'],
  ['plain', 'Draft'],
];

export function Signs(): JSX.Element {
  return (
    <div data-part="group">
      <div data-part="row">
        <For each={[16, 32, 200]}>
          {(size) => <img src={markFile} width={size} height={size} alt={`Mark, ${size}`} />}
        </For>
      </div>
      <div data-part="row">
        <For each={tones}>{([tone, word]) => <Badge tone={tone}>{word}</Badge>}</For>
      </div>
      <div data-part="row">
        <Clock seconds={751} size="large" label="Speech" />
        <Clock seconds={-12} size="large" over label="Speech" />
        <Clock seconds={4360} label="Meeting" />
      </div>
      <Progress label="Speech" value={12} whole={20} text="12 of 20 minutes" figures />
      <Progress label="Speech" value={22} whole={20} text="22 of 20 minutes" figures />
      <Notice title="Good to know">Minutes are on their way.</Notice>
      <Notice variant="warn" title="No connection for 0:42">
        What you see is from 10:21.
      </Notice>
      <Notice variant="refused">The file is not what its name says.</Notice>
      <div data-part="row">
        <For each={iconNames}>{(name) => <Icon name={name} />}</For>
      </div>
    </div>
  );
}
