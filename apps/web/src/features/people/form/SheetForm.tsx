import type { ProblemCode } from '@expert-forum/domain';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { ProblemError } from '../../../shared/api/problem-error.js';
import { fieldTexts, useProblemText } from '../../../shared/api/use-problem-text.js';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { usePeopleAct } from '../api/use-people-act.js';
import { written } from '../../../shared/ui/read-title.js';
import styles from './SheetForm.module.css';

/** Sentences at fields, by the names of the fields. */
export type Faults = Readonly<Record<string, string>>;

interface Props<Answer> {
  /** What stands on the button that sends. */
  readonly name: string;
  /** Fields that may not be left empty. */
  readonly required?: readonly string[];
  /** What else is seen to be wrong before anything is sent. */
  readonly check?: (form: FormData) => Faults;
  readonly send: (form: FormData) => Promise<Answer>;
  /** At which field a refusal is told. */
  readonly places?: Partial<Record<ProblemCode, string>>;
  /** Sentences that say more than the general ones: by problem code, or by the field that is not accepted. */
  readonly words?: Faults;
  readonly onDone: (answer: Answer, form: FormData) => void;
  readonly onClose: () => void;
  readonly children: (faults: Faults) => ReactNode;
}

const noFaults = (): Faults => ({});

/** A form in a sheet: sends once, tells what is wrong where it is wrong, and keeps what was written until it is accepted. */
export function SheetForm<Answer>(props: Props<Answer>) {
  const { name, required = [], check = noFaults, send, places = {}, words = {}, onDone, onClose, children } = props;
  const text = useText();
  const problemText = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const [seen, setSeen] = useState<Faults>({});
  const { mutate, reset, error, isPending } = usePeopleAct(send, onDone);
  const code = error instanceof ProblemError ? error.problem.code : undefined;
  const place = code && places[code];
  const refused = place ? { [place]: words[code] ?? problemText(error) } : reworded(fieldTexts(error, text), words);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not([type=hidden]), select')?.focus(), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [error, seen]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const found = { ...check(fields), ...missing(fields, required, text) };
    setSeen(found);
    if (Object.keys(found).length > 0) reset();
    else mutate(fields);
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {error !== null && Object.keys(refused).length === 0 && <Notice kind="fault">{problemText(error)}</Notice>}
      {children({ ...refused, ...seen })}
      <div className={styles.acts}>
        <Button type="submit" look="primary" isBusy={isPending}>
          {name}
        </Button>
        <Button onPress={onClose}>{text('app.cancel')}</Button>
      </div>
    </form>
  );
}

const reworded = (faults: Faults, words: Faults): Faults =>
  Object.fromEntries(Object.entries(faults).map(([field, sentence]) => [field, words[field] ?? sentence]));

const missing = (form: FormData, names: readonly string[], text: Text): Faults =>
  Object.fromEntries(names.filter((name) => written(form, name) === '').map((name) => [name, text('form.required')]));
