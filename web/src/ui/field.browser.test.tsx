// Fields, as they are read out: what they are called, what to know, what is wrong.

import { createSignal } from 'solid-js';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../testing/show.tsx';
import { FieldGroup } from './field.tsx';
import { Checkbox, Select, TextInput } from './inputs.tsx';

it('is called by its label, described by what is wrong and then by what to know', async () => {
  const [error, setError] = createSignal<string | undefined>('Give at least one minute.');
  await show(() => (
    <TextInput label="Minutes" hint="Of the whole item." error={error()} value="0" onValue={() => {}} />
  ));
  const field = page.getByRole('textbox', { name: 'Minutes' });
  await expect.element(field).toHaveAccessibleDescription('Give at least one minute. Of the whole item.');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');

  setError(undefined);
  await expect.element(field).toHaveAccessibleDescription('Of the whole item.');
  expect(field.element().hasAttribute('aria-invalid')).toBe(false);
});

it('keeps its name where the label is not seen, and the place in the text while it is typed into', async () => {
  await show(() => {
    const [text, setText] = createSignal('Report');
    return <TextInput label="Title" labelHidden value={text()} onValue={setText} />;
  });
  const field = page.getByRole('textbox', { name: 'Title' });
  await field.click();
  await userEvent.keyboard('{Home}Annual ');
  await expect.element(field).toHaveValue('Annual Report');
  await userEvent.keyboard('x');
  await expect.element(field).toHaveValue('Annual xReport');
});

it('lets one choose with the keyboard alone: from a list, and a box', async () => {
  const told: string[] = [];
  await show(() => (
    <FieldGroup label="Where" hint="One of the venues.">
      <Select
        label="Venue"
        value="hall"
        onValue={(value) => told.push(value)}
        choices={[
          { value: 'hall', label: 'Main hall' },
          { value: 'branch', label: 'Branch venue' },
        ]}
      />
      <Checkbox label="Remote" checked={false} onChecked={(yes) => told.push(String(yes))} />
    </FieldGroup>
  ));
  await expect.element(page.getByRole('group', { name: 'Where' })).toHaveAccessibleDescription('One of the venues.');
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Venue' }), 'Branch venue');
  await userEvent.tab();
  await userEvent.tab();
  page.getByRole('checkbox', { name: 'Remote' }).element().focus();
  await userEvent.keyboard(' ');
  expect(told).toEqual(['branch', 'true']);
});
