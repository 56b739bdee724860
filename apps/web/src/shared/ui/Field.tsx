import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import styles from './Field.module.css';

interface Frame {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault?: string | undefined;
}

type TextProps = Frame & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className'>;
type ChoiceProps = Frame & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className'>;

/** A line of text with its label, hint and fault. */
export function TextField({ label, hint, fault, ...input }: TextProps) {
  const ids = useFieldIds(hint, fault);
  return (
    <Labelled {...{ label, hint, fault, ids }}>
      <input {...input} className={styles.input} id={ids.input} aria-invalid={fault !== undefined} aria-describedby={ids.described} />
    </Labelled>
  );
}

/** The browser's own choice list with its label, hint and fault. */
export function ChoiceField({ label, hint, fault, children, ...select }: ChoiceProps) {
  const ids = useFieldIds(hint, fault);
  return (
    <Labelled {...{ label, hint, fault, ids }}>
      <select {...select} className={styles.input} id={ids.input} aria-invalid={fault !== undefined} aria-describedby={ids.described}>
        {children}
      </select>
    </Labelled>
  );
}

function useFieldIds(hint: string | undefined, fault: string | undefined) {
  const input = useId();
  const described = [hint && `${input}-hint`, fault && `${input}-fault`].filter(Boolean).join(' ');
  return { input, described: described || undefined };
}

function Labelled({ label, hint, fault, ids, children }: Frame & { readonly ids: { input: string }; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={ids.input}>{label}</label>
      {children}
      {hint && <p id={`${ids.input}-hint`} className={styles.hint}>{hint}</p>}
      {fault && <p id={`${ids.input}-fault`} className={styles.fault}>{fault}</p>}
    </div>
  );
}
