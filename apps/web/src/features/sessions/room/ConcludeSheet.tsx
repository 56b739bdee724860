import type { AgendaItemView } from '@expert-forum/contracts';
import { ITEM_CONCLUSIONS, type ItemConclusion } from '@expert-forum/domain';
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
import styles from '../form/Form.module.css';
import type { Room } from './room.js';
import { useRoomAct, useRoomFault } from './use-room-act.js';

interface Props {
  readonly room: Room;
  readonly item: AgendaItemView;
  readonly number: number;
  readonly onClose: () => void;
}

const isConclusion = (state: string): state is ItemConclusion => ITEM_CONCLUSIONS.some((each) => each === state);

/** How an item leaves the table, in words for the minutes; of one that has left it, the words alone. */
export function ConcludeSheet({ room, item, number, onClose }: Props) {
  const text = useText();
  const fault = useRoomFault();
  const [to, choose] = useState<ItemConclusion>(isConclusion(item.state) ? item.state : 'decided');
  const conclude = useRoomAct(room, onClose);
  const isOnTable = item.state === 'active';
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const outcome = written(new FormData(event.currentTarget), 'outcome');
    conclude.mutate({ name: 'item:conclude', about: { itemId: item.id, to, ...(outcome !== '' && { outcome }) } });
  };
  return (
    <Sheet title={text(isOnTable ? 'agenda.concludeItem' : 'agenda.wordsOfItem', { number })} onClose={onClose} isFirm>
      <form className={styles.form} onSubmit={submit} noValidate>
        {conclude.error && !hasCode(conclude.error, 'input-invalid') && <Notice kind="fault">{fault(conclude.error)}</Notice>}
        {isOnTable && (
          <>
            <ChoiceRow
              name={text('agenda.conclusion')}
              isNameShown
              choices={ITEM_CONCLUSIONS.map((value) => ({ value, label: text(`agenda.state.${value}`) }))}
              chosen={to}
              onChoose={choose}
            />
            <p className={styles.hint}>{text(`agenda.conclusion.${to}`)}</p>
          </>
        )}
        <TextField
          name="outcome"
          lang="en"
          label={text('agenda.outcome')}
          hint={text('agenda.outcome.hint')}
          defaultValue={item.outcome ?? ''}
          fault={fieldTexts(conclude.error, text)['outcome']}
          autoComplete="off"
          data-first
        />
        <div className={styles.acts}>
          <Button type="submit" look="primary" isBusy={conclude.isPending}>
            {text(isOnTable ? 'agenda.conclude' : 'app.save')}
          </Button>
          <Button onPress={onClose}>{text('app.cancel')}</Button>
        </div>
      </form>
    </Sheet>
  );
}
