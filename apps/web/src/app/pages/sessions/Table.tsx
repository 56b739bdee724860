import type { AgendaItemView, HeldMandate, ItemSectionView, SessionView } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useSection } from '../../../features/drafting/connection/use-section.js';
import type { Room, RoomState } from '../../../features/sessions/room/room.js';
import type { useRoomAct } from '../../../features/sessions/room/use-room-act.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Notice } from '../../../shared/ui/Notice.js';
import styles from './Table.module.css';
import { TableBar } from './TableBar.js';
import { TableHead } from './TableHead.js';
import { TextOnTable } from './TextOnTable.js';
import { useLostFocus } from './use-lost-focus.js';

export interface AtTable {
  readonly room: Room;
  readonly state: RoomState;
  readonly session: SessionView;
  readonly section: ItemSectionView | null;
  readonly mandate: HeldMandate;
  readonly isChair: boolean;
  /** Why nothing can be done now. */
  readonly blockedBy: string | undefined;
  readonly act: ReturnType<typeof useRoomAct>;
  /** Of the columns that have no room beside the text. */
  readonly doors: ReactNode;
  readonly onConclude: (item: AgendaItemView) => void;
}

interface Props extends AtTable {
  readonly item: AgendaItemView | null;
  readonly memberId: string;
  readonly onLook: (sectionId: string) => void;
}

/** What everybody looks at: the item on the table, the text of its section, and beneath it what is done about it. */
export function Table({ item, memberId, onLook, ...at }: Props) {
  const { session, section, mandate } = at;
  const table = useRef<HTMLDivElement>(null);
  useLostFocus(table, session);
  return (
    <div ref={table} tabIndex={-1} className={styles.table}>
      {session.state !== 'open' && <Interruption id={session.id} state={session.state} />}
      {item === null ? <NothingYet {...{ session }} /> : <TableHead item={item} number={session.items.indexOf(item) + 1} section={section} onLook={onLook} />}
      {item && section ? (
        <WithText key={section.id} {...at} item={item} section={section} memberId={memberId} mandateId={mandate.id} />
      ) : (
        <TableBar {...at} item={item} connection={null} />
      )}
    </div>
  );
}

interface WithTextProps extends AtTable {
  readonly item: AgendaItemView;
  readonly section: ItemSectionView;
  readonly memberId: string;
  readonly mandateId: string;
}

function WithText({ item, memberId, mandateId, ...at }: WithTextProps) {
  const opened = useSection(at.section.id, { memberId, mandateId });
  return (
    <>
      <TextOnTable section={at.section} connection={opened?.section ?? null} />
      <TableBar {...at} item={item} connection={opened?.section ?? null} />
    </>
  );
}

function Interruption({ id, state }: { readonly id: string; readonly state: Exclude<SessionView['state'], 'open'> }) {
  const text = useText();
  const language = useLanguage();
  return (
    <div className={styles.interruption}>
      <Notice>
        <span>{text(`session.notice.${state}`)}</span>
        {state === 'closed' && (
          <Link to="/$language/sessions/$session/minutes" params={{ language, session: id }}>
            {text('minutes.title')}
          </Link>
        )}
      </Notice>
    </div>
  );
}

function NothingYet({ session: { items } }: { readonly session: SessionView }) {
  const text = useText();
  return <p className={styles.nothing}>{text(items.length === 0 ? 'agenda.empty' : 'session.nothingYet')}</p>;
}
