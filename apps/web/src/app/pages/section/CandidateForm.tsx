import type { DraftingCandidateView } from '@expert-forum/contracts';
import type { FormEvent } from 'react';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { ChoiceField } from '../../../shared/ui/Field.js';
import styles from './DraftersSheet.module.css';

interface Props {
  /** What choosing somebody does. */
  readonly name: string;
  readonly candidates: readonly DraftingCandidateView[];
  readonly whenNone: string;
  readonly onChosen: (mandateId: string) => void;
}

/** Chooses one of the members who could be named, by centre. */
export function CandidateForm({ name, candidates, whenNone, onChosen }: Props) {
  const text = useText();
  if (candidates.length === 0) return <p>{whenNone}</p>;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onChosen(String(new FormData(event.currentTarget).get('mandate')));
  };
  const centres = [...new Set(candidates.map(({ centreCode }) => centreCode))];
  const optionsOf = (code: string | null) =>
    candidates
      .filter(({ centreCode }) => centreCode === code)
      .map(({ mandateId, memberName, role }) => (
        <option key={mandateId} value={mandateId}>
          {code === null ? memberName : `${memberName} · ${text(`role.${role}`)}`}
        </option>
      ));
  return (
    <form className={styles.form} onSubmit={submit}>
      <ChoiceField label={text('drafters.choose')} name="mandate">
        {centres.map((code) =>
          code === null ? optionsOf(code) : (
            <optgroup key={code} label={code}>
              {optionsOf(code)}
            </optgroup>
          ),
        )}
      </ChoiceField>
      <Button type="submit">{name}</Button>
    </form>
  );
}
