import { type Disposition, DISPOSITIONS, LIMITS } from '@expert-forum/domain';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { ChoiceRow } from '../../../shared/ui/ChoiceRow.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { useThreadAct } from '../api/thread-acts.js';
import styles from '../composer/Composer.module.css';

interface Props {
  readonly threadId: string;
  readonly onClose: () => void;
}

/** How a thread is answered, and why: never one without the other (TH3). */
export function ResolveForm({ threadId, onClose }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const [disposition, setDisposition] = useState<Disposition>('accepted');
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending, error } = useThreadAct('thread:resolve', onClose);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const words = reason.normalize('NFC').trim();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(words === '');
    if (words !== '' && !isPending) mutate({ threadId, disposition, reason: words });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ChoiceRow
        name={text('thread.disposition')}
        choices={DISPOSITIONS.map((value) => ({ value, label: text(`disposition.${value}`) }))}
        chosen={disposition}
        onChoose={setDisposition}
      />
      <div className={styles.field}>
        <textarea
          ref={field}
          aria-label={text('thread.reason')}
          placeholder={text('thread.reason')}
          rows={2}
          maxLength={LIMITS.thread.reasonCharacters}
          value={reason}
          aria-invalid={isAsked}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      {isAsked && <p className={styles.over}>{text('thread.reasonMissing')}</p>}
      {error && <Notice kind="fault">{problemText(error)}</Notice>}
      <div className={styles.acts}>
        <Button type="submit" look="primary" isBusy={isPending}>
          {text('thread.resolve')}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {text('app.cancel')}
        </Button>
      </div>
    </form>
  );
}
