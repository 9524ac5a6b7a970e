// Fields: empty, filled, with a hint, wrong, disabled, from right to left and in Chinese.

import { createSignal } from 'solid-js';
import type { JSX } from 'solid-js';
import { Finder } from '../../ui/finder.tsx';
import { Checkbox, NumberInput, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { ARABIC, CHINESE, UNBROKEN } from './specimens.ts';

export function Fields(): JSX.Element {
  const [text, setText] = createSignal('');
  const [chosen, setChosen] = createSignal('hall');
  const [ticked, setTicked] = createSignal(true);
  return (
    <div data-part="group">
      <TextInput label="Title" hint="As it will stand in the minutes." value={text()} onValue={setText} />
      <TextInput label="Place" optional value={ARABIC} dir="auto" onValue={setText} />
      <TextInput label="名称" value={CHINESE} onValue={setText} lang="zh-CN" />
      <NumberInput label="Minutes" value="0" error="Give at least one minute." onValue={setText} />
      <TextInput label="Not open to change" value={UNBROKEN} disabled onValue={setText} />
      <TextArea label="Summary" value="" onValue={setText} />
      <Select
        label="Venue"
        value={chosen()}
        onValue={setChosen}
        choices={[
          { value: 'hall', label: 'Main hall' },
          { value: 'branch', label: 'Branch venue' },
        ]}
      />
      <Checkbox label="Sign before the floor is given" checked={ticked()} onChecked={setTicked} />
      <Finder
        aria-label="Find a person"
        placeholder="Find a person"
        empty="Nobody is called that."
        options={[
          { value: 'liu', label: 'Liu Shiquan', note: 'Second Academy' },
          { value: 'okafor', label: 'Ngozi Okafor', note: 'Harbour Board' },
        ]}
        onSelect={() => {}}
      />
    </div>
  );
}
