import { REOPENED_PHASES, type ReopenedPhase } from '@expert-forum/domain';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../../../shared/api/problem-error.js';
import { fieldTexts } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { ChoiceRow } from '../../../shared/ui/ChoiceRow.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { written } from '../../../shared/ui/read-title.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { useFaultFocus } from '../../../shared/ui/use-fault-focus.js';
import styles from '../form/Form.module.css';
import type { Room } from './room.js';
import { useRoomAct, useRoomFault } from './use-room-act.js';

interface Props {
  readonly room: Room;
  readonly sessionId: string;
  readonly number: string;
  /** Of the decision that was a mistake. */
  readonly decisionId: string;
  readonly onClose: () => void;
}

/** Reopens a section by a further decision, with the reason; the mistaken one stays in the minutes. */
export function CorrectSheet({ room, sessionId, number, decisionId, onClose }: Props) {
  const text = useText();
  const fault = useRoomFault();
  const [to, choose] = useState<ReopenedPhase>('drafting');
  const [isMissing, setMissing] = useState(false);
  const correct = useRoomAct(room, onClose);
  const faults: Readonly<Record<string, string>> = { ...fieldTexts(correct.error, text), ...(isMissing && { text: text('form.required') }) };
  const formRef = useFaultFocus(faults);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = written(new FormData(event.currentTarget), 'text');
    setMissing(reason === '');
    if (reason !== '') correct.mutate({ name: 'decision:correct', about: { sessionId, decisionId, to, text: reason } });
  };
  return (
    <Sheet title={text('session.correct.title', { number })} onClose={onClose} isFirm>
      <form ref={formRef} className={styles.form} onSubmit={submit} noValidate>
        {correct.error && !hasCode(correct.error, 'input-invalid') && <Notice kind="fault">{fault(correct.error)}</Notice>}
        <p>{text('session.correct.text')}</p>
        <ChoiceRow
          name={text('session.correct.to')}
          isNameShown
          choices={REOPENED_PHASES.map((value) => ({ value, label: text(`phase.${value}`) }))}
          chosen={to}
          onChoose={choose}
        />
        <p className={styles.hint}>{text(`session.correct.${to}`)}</p>
        <TextField name="text" lang="en" label={text('session.correct.reason')} hint={text('agenda.outcome.hint')} fault={faults['text']} autoComplete="off" data-first />
        <div className={styles.acts}>
          <Button type="submit" look="danger" isBusy={correct.isPending}>
            {text('session.correct')}
          </Button>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
        </div>
      </form>
    </Sheet>
  );
}
