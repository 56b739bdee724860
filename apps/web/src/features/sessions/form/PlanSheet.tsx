import type { SessionPlan } from '@expert-forum/contracts';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../../../shared/api/problem-error.js';
import { fieldTexts, useProblemText } from '../../../shared/api/use-problem-text.js';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { titleOf, written } from '../../../shared/ui/read-title.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { TitleFields } from '../../../shared/ui/TitleFields.js';
import { useFaultFocus } from '../../../shared/ui/use-fault-focus.js';
import { useSessionAct } from '../api/use-session-act.js';
import styles from './Form.module.css';
import { instantOf } from './moment.js';
import { MomentField } from './MomentField.js';

interface Props<Answer> {
  readonly heading: string;
  readonly present?: Omit<SessionPlan, 'place'> & { readonly place: string | null };
  readonly act: (plan: SessionPlan) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly onClose: () => void;
}

/** Asks when, where and under which title a session takes place. */
export function PlanSheet<Answer>({ heading, present, act, onDone, onClose }: Props<Answer>) {
  const text = useText();
  const problemText = useProblemText();
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const save = useSessionAct(act, onDone);
  const isReversed = hasCode(save.error, 'dates-reversed');
  const faults: Readonly<Record<string, string>> = { ...fieldTexts(save.error, text), ...(isReversed && { endsAt: problemText(save.error) }), ...missing };
  const formRef = useFaultFocus(faults);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const plan = planOf(new FormData(event.currentTarget));
    const left = missingIn(plan, text);
    setMissing(left);
    if (Object.keys(left).length > 0) save.reset();
    else save.mutate(plan);
  };
  return (
    <Sheet title={heading} onClose={onClose} isFirm>
      <form ref={formRef} className={styles.form} onSubmit={submit} noValidate>
        {save.error && !isReversed && !hasCode(save.error, 'input-invalid') && <Notice kind="fault">{problemText(save.error)}</Notice>}
        <TitleFields present={present?.title} faults={faults} />
        <TextField
          name="place"
          label={text('session.place')}
          hint={text('session.plan.online')}
          defaultValue={present?.place ?? ''}
          fault={faults['place']}
          autoComplete="off"
        />
        <div className={styles.pair}>
          <MomentField name="startsAt" label={text('session.plan.from')} present={present?.startsAt} fault={faults['startsAt']} />
          <MomentField name="endsAt" label={text('session.plan.to')} present={present?.endsAt} fault={faults['endsAt']} />
        </div>
        <div className={styles.acts}>
          <Button type="submit" look="primary" isBusy={save.isPending}>
            {text('app.save')}
          </Button>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
        </div>
      </form>
    </Sheet>
  );
}

function planOf(form: FormData): SessionPlan {
  const place = written(form, 'place');
  const moments = { startsAt: instantOf(written(form, 'startsAt')), endsAt: instantOf(written(form, 'endsAt')) };
  return { title: titleOf(form), ...(place !== '' && { place }), ...moments };
}

function missingIn({ title, startsAt, endsAt }: SessionPlan, text: Text): Readonly<Record<string, string>> {
  const needed = { 'title/en': title.en, startsAt, endsAt };
  return Object.fromEntries(Object.entries(needed).flatMap(([field, value]) => (value === '' ? [[field, text('form.required')]] : [])));
}
