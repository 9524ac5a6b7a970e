// The workshop, open only while the application is worked on: every component in every state, in each look beside the others.

import { For } from 'solid-js';
import type { JSX } from 'solid-js';
import { Frame } from '../../shell/frame.tsx';
import { loadHanFaces } from '../../styles/han.ts';
import { usePageTitle } from '../../ui/page-title.ts';
import { Buttons } from './buttons.tsx';
import { Fields } from './fields.tsx';
import { Lists } from './lists.tsx';
import { Signs } from './signs.tsx';
import { States } from './states.tsx';
import { Type } from './type.tsx';
import './page.css';

const looks = [
  { name: 'Light', scheme: 'light' },
  { name: 'Dark', scheme: 'dark' },
  { name: 'Light, more contrast', scheme: 'light', contrast: 'more' },
  { name: 'Dark, more contrast', scheme: 'dark', contrast: 'more' },
] as const;

export default function WorkshopPage(): JSX.Element {
  loadHanFaces();
  usePageTitle(() => 'Workshop');
  return (
    <Frame home="/" width="full">
      <div data-page="workshop">
        <h1>Workshop</h1>
        <div data-part="looks">
          <For each={looks}>
            {(look) => (
              <section
                data-part="look"
                data-contrast={'contrast' in look ? look.contrast : undefined}
                style={{ 'color-scheme': look.scheme }}
              >
                <h2>{look.name}</h2>
                <Buttons />
                <Signs />
                <Fields />
              </section>
            )}
          </For>
        </div>
        <Lists />
        <Type />
        <States />
      </div>
    </Frame>
  );
}
