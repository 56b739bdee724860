import { LIMITS } from '@expert-forum/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { hasCode } from '../../../shared/api/problem-error.js';
import { fieldTexts, useProblemText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import { useFaultFocus } from '../../../shared/ui/use-fault-focus.js';
import { nameRevision } from '../api/history-queries.js';
import styles from './Acts.module.css';

interface Props {
  readonly sectionId: string;
  readonly onClose: () => void;
  readonly onNamed: (name: string) => void;
}

/** Keeps the text as it stands under a name. */
export function NameSheet({ sectionId, onClose, onNamed }: Props) {
  const text = useText();
  const problemText = useProblemText();
  const client = useQueryClient();
  const [isMissing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: (name: string) => nameRevision(sectionId, name),
    onSuccess: async (_kept, name) => {
      onClose();
      onNamed(name);
      await client.invalidateQueries({ queryKey: ['revisions', sectionId] });
    },
  });
  const faults: Readonly<Record<string, string>> = { ...fieldTexts(save.error, text), ...(isMissing && { name: text('form.required') }) };
  const formRef = useFaultFocus(faults);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).normalize('NFC').trim();
    setMissing(name === '');
    if (name !== '') save.mutate(name);
  };
  return (
    <Sheet title={text('history.name.title')} onClose={onClose} isFirm>
      <form ref={formRef} className={styles.form} onSubmit={submit} noValidate>
        {save.error && !hasCode(save.error, 'input-invalid') && <Notice kind="fault">{problemText(save.error)}</Notice>}
        <p>{text('history.name.text')}</p>
        <TextField label={text('history.name.field')} name="name" maxLength={LIMITS.name.graphemes} hint={text('history.name.hint')} fault={faults['name']} data-first />
        <div className={styles.acts}>
          <Button type="submit" look="primary" isBusy={save.isPending}>
            {text('history.name.act')}
          </Button>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
        </div>
      </form>
    </Sheet>
  );
}
