import { type ReactNode, useId } from 'react';
import styles from './ChoiceRow.module.css';
import hidden from './visually-hidden.module.css';

interface Props<Value extends string> {
  /** What is chosen; read out, not shown, unless `isNameShown`. */
  readonly name: string;
  readonly isNameShown?: boolean;
  readonly choices: readonly { readonly value: Value; readonly label: ReactNode }[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of a few, side by side. */
export function ChoiceRow<Value extends string>({ name, isNameShown = false, choices, chosen, onChoose }: Props<Value>) {
  const group = useId();
  return (
    <fieldset className={styles.row}>
      <legend className={isNameShown ? styles.name : hidden.hidden}>{name}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className={styles.choice}>
          <input type="radio" name={group} checked={value === chosen} onChange={() => onChoose(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
