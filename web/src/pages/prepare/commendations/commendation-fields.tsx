// The fields of a commendation.

import type { CommendationCategory } from '@rostrum/events';
import type { JSX } from 'solid-js';
import { Select, TextArea, TextInput } from '../../../ui/inputs.tsx';
import type { Form } from '../form/form.ts';
import { usePrepareWords } from '../words.tsx';
import type { CommendationDraft } from './commendation-draft.ts';
import { RecipientsField } from './recipients-field.tsx';

const categories = ['collective', 'individual', 'team'] as const;

export type CommendationFieldsProps = {
  readonly draft: CommendationDraft;
  readonly change: (entries: Partial<CommendationDraft>) => void;
  readonly form: Form;
};

export function CommendationFields(props: CommendationFieldsProps): JSX.Element {
  const { p } = usePrepareWords();
  return (
    <>
      <TextInput
        label={p('commendations.award')}
        value={props.draft.award}
        onValue={(award) => props.change({ award })}
        error={props.form.errorAt('award')}
        data-ceremonial=""
        autofocus
      />
      <div data-part="row">
        <Select
          label={p('commendations.category')}
          value={props.draft.category}
          onValue={(category) => props.change({ category: category as CommendationCategory })}
          choices={categories.map((value) => ({ value, label: p(`commendations.${value}`) }))}
        />
        <TextInput
          label={p('commendations.rank')}
          optional
          value={props.draft.rank}
          onValue={(rank) => props.change({ rank })}
          error={props.form.errorAt('rank')}
        />
        <TextInput
          label={p('commendations.period')}
          optional
          value={props.draft.period}
          onValue={(period) => props.change({ period })}
          error={props.form.errorAt('period')}
          placeholder="2018-2020"
        />
      </div>
      <TextInput
        label={p('commendations.programme')}
        hint={p('commendations.programme.hint')}
        optional
        value={props.draft.programme}
        onValue={(programme) => props.change({ programme })}
        error={props.form.errorAt('programme')}
      />
      <TextArea
        label={p('commendations.citation')}
        optional
        value={props.draft.citation}
        onValue={(citation) => props.change({ citation })}
        error={props.form.errorAt('citation')}
      />
      <RecipientsField
        recipients={props.draft.recipients}
        onChange={(recipients) => props.change({ recipients })}
        form={props.form}
      />
    </>
  );
}
