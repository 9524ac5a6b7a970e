// Buttons: at rest, under way, refused, quiet with a reason, disabled, with long and with other scripts' words.

import { onMount } from 'solid-js';
import type { JSX } from 'solid-js';
import { createAction } from '../../api/action.ts';
import type { Action } from '../../api/action.ts';
import { Problem } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { useToast } from '../../ui/toasts.tsx';
import { ARABIC, LONG } from './specimens.ts';

/** An action that has been begun and is never answered. */
function underWay(): Action {
  const action = createAction(() => new Promise(() => {}));
  onMount(() => void action.run());
  return action;
}

/** An action that was refused. */
function refused(problem: Problem): Action {
  const action = createAction(() => Promise.reject(problem));
  onMount(() => void action.run());
  return action;
}

export function Buttons(): JSX.Element {
  const toast = useToast();
  const sending = underWay();
  const open = refused(new Problem(409, 'example', 'Item 7 is still open. Conclude it first.'));
  const unanswered = refused(new Problem(0, 'client.unreachable', ''));
  return (
    <div data-part="group">
      <div data-part="row">
        <Button variant="primary">Conclude item 7</Button>
        <Button>Extend</Button>
        <Button variant="quiet">Later</Button>
        <Button variant="danger">Cancel the meeting</Button>
      </div>
      <div data-part="row">
        <Button size="small">Small</Button>
        <Button size="large" variant="primary">
          Ask for the floor
        </Button>
        <Button square aria-label="Add">
          <Icon name="add" />
        </Button>
        <Button>
          Question <Kbd>Q</Kbd>
        </Button>
      </div>
      <div data-part="row">
        <Button action={sending}>Under way</Button>
        <Button variant="primary" reason="Item 7 is still open. Conclude it first.">
          Quiet, with its reason
        </Button>
        <Button disabled>Disabled</Button>
      </div>
      <Button action={open}>Refused</Button>
      <Button action={unanswered}>Did not go through</Button>
      <div data-part="row">
        <Button>{LONG.slice(0, 26)}…</Button>
        <Button>
          <span dir="auto">{ARABIC}</span>
        </Button>
        <Button lang="zh-CN">结束第七项议程</Button>
      </div>
      <div data-part="row">
        <CopyButton text="A link">Copy</CopyButton>
        <Menu trigger="A menu">
          <MenuItem onSelect={() => toast('Renamed.')}>Rename</MenuItem>
          <MenuItem onSelect={() => {}} disabled>
            Not now
          </MenuItem>
          <MenuSeparator />
          <MenuChoice
            label="Order"
            value="time"
            choices={[
              { value: 'time', label: 'By time' },
              { value: 'name', label: 'By name' },
            ]}
            onValue={() => {}}
          />
        </Menu>
        <Button variant="quiet" onClick={() => toast('The floor was given to Liu Shiquan.')}>
          Show a note
        </Button>
      </div>
    </div>
  );
}
