import type { CommentWording } from '@expert-forum/contracts';
import type { Visibility } from '@expert-forum/domain';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import styles from './Composer.module.css';
import { MentionField } from './MentionField.js';
import { newKey } from './new-key.js';
import { faultIn, sentWording, type Wording } from './wording.js';

interface Props {
  readonly label: string;
  /** What stands on the button that sends. */
  readonly name: string;
  readonly wording: Wording;
  readonly onChange: (wording: Wording) => void;
  readonly visibility: Visibility;
  readonly isBusy: boolean;
  readonly error: Error | null;
  /** @param key of this comment: sent again under it, it is written once (TH10) */
  readonly onSend: (wording: CommentWording, key: string) => void;
  readonly onCancel?: () => void;
  readonly children?: ReactNode;
}

/** A comment that is being written: it stays as it is until the forum has it. */
export function WordingForm({ label, name, wording, onChange, visibility, isBusy, error, onSend, onCancel, children }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const key = useRef(newKey());
  const isFresh = wording.body === '';
  useEffect(() => {
    if (isFresh) key.current = newKey(); // the next one is another one
  }, [isFresh]);
  const [isAsked, setAsked] = useState(false);
  const fault = faultIn(wording);
  const send = (): void => {
    setAsked(fault !== null);
    if (fault === null && !isBusy) onSend(sentWording(wording), key.current);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  return (
    <form className={styles.form} data-centre={visibility === 'centre' || undefined} onSubmit={submit} noValidate>
      {children}
      <MentionField label={label} wording={wording} onChange={onChange} visibility={visibility} onSend={send} />
      {isAsked && fault && <p className={styles.over}>{text(`thread.fault.${fault}`)}</p>}
      {error && <Notice kind="fault">{problemText(error)}</Notice>}
      <div className={styles.acts}>
        <Button type="submit" look="primary" isBusy={isBusy}>
          {name}
        </Button>
        {onCancel && (
          <Button look="quiet" onPress={onCancel}>
            {text('app.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
