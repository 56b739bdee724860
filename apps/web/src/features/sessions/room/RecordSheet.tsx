import type { ItemSectionView, ObjectionCallView, SessionView } from '@expert-forum/contracts';
import type { ParagraphDifference, TextState } from '@expert-forum/domain';
import { type ReactNode, useState } from 'react';
import { ProblemError } from '../../../shared/api/problem-error.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { ChoiceRow } from '../../../shared/ui/ChoiceRow.js';
import { TextField } from '../../../shared/ui/Field.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Sheet } from '../../../shared/ui/Sheet.js';
import styles from '../form/Form.module.css';
import { HoldButton } from './HoldButton.js';
import { RecordPreview } from './RecordPreview.js';
import type { Room } from './room.js';
import { useRoomAct, useRoomFault } from './use-room-act.js';

interface Props {
  readonly room: Room;
  readonly session: SessionView;
  readonly section: ItemSectionView;
  readonly call: ObjectionCallView;
  /** All of the text is on this screen. */
  readonly isReceived: boolean;
  /** The text as it is on this screen at the moment it is asked for; null while some of it is on its way. */
  readonly readText: () => TextState | null;
  /** What changed since the centres were asked, and asking them anew. */
  readonly moved: (difference: readonly ParagraphDifference[]) => ReactNode;
  readonly onClose: () => void;
}

const KINDS = ['agreed', 'agreed_ad_referendum'] as const;

/** Shows what recording an agreement does, to which words, before it is done. */
export function RecordSheet({ room, session, section, call, isReceived, readText, moved, onClose }: Props) {
  const text = useText();
  const fault = useRoomFault();
  const [kind, choose] = useState<(typeof KINDS)[number]>('agreed');
  const [words, write] = useState('');
  const record = useRoomAct(room, onClose);
  const confirm = (): void => {
    const read = readText();
    const said = words.trim().normalize('NFC');
    const more = { isAdReferendum: kind === 'agreed_ad_referendum', ...(said !== '' && { text: said }) };
    if (read !== null) record.mutate({ name: 'decision:record', about: { callId: call.id, ...read, ...more } });
  };
  const title = text('session.record.title', { number: section.number });
  const difference = record.error instanceof ProblemError ? record.error.problem.difference : undefined;
  if (difference !== undefined) {
    return (
      <Sheet title={title} onClose={onClose} isFirm>
        {moved(difference)}
      </Sheet>
    );
  }
  return (
    <Sheet title={title} onClose={onClose} isFirm>
      {record.error && <Notice kind="fault">{fault(record.error)}</Notice>}
      <RecordPreview session={session} section={section} hash={call.hash} />
      <div className={styles.form}>
        <ChoiceRow
          name={text('session.record.kind')}
          isNameShown
          choices={KINDS.map((value) => ({ value, label: text(`status.${value}`) }))}
          chosen={kind}
          onChoose={choose}
        />
        {kind === 'agreed_ad_referendum' && <p className={styles.hint}>{text('session.record.adReferendum')}</p>}
        <TextField
          lang="en"
          label={text('session.record.words')}
          hint={text('agenda.outcome.hint')}
          value={words}
          onChange={({ target }) => write(target.value)}
          autoComplete="off"
        />
        <HoldButton
          name={text('session.record')}
          isBusy={record.isPending}
          blockedBy={isReceived ? undefined : text('session.record.receiving')}
          onConfirmed={confirm}
        />
      </div>
    </Sheet>
  );
}
