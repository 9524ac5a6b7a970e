// Why something failed that has no button of its own to show it on: a choice in a list.

import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { Action } from '../../../api/action.ts';
import { useRefusals } from '../../../i18n/refusals.ts';
import { Notice } from '../../../ui/notice.tsx';

export function Refused(props: { readonly action: Action }): JSX.Element {
  const sentence = useRefusals();
  return (
    <Show when={props.action.problem()}>{(problem) => <Notice variant="refused">{sentence(problem())}</Notice>}</Show>
  );
}
