import type { AgendaItemView, HeldMandate } from '@expert-forum/contracts';
import { mayRunSession } from '@expert-forum/domain';
import { useState } from 'react';
import { StateMark } from '../../../features/sessions/components/StateMark.js';
import { AgendaRail } from '../../../features/sessions/room/AgendaRail.js';
import { CallNews } from '../../../features/sessions/room/CallNews.js';
import { ConcludeSheet } from '../../../features/sessions/room/ConcludeSheet.js';
import { Floor } from '../../../features/sessions/room/Floor.js';
import { PresentCentres } from '../../../features/sessions/room/PresentCentres.js';
import type { Room } from '../../../features/sessions/room/room.js';
import { useRoomAct } from '../../../features/sessions/room/use-room-act.js';
import { useRoomState } from '../../../features/sessions/room/use-room.js';
import { lastEvent, type Look, shownItem, shownSection } from '../../../features/sessions/table/table.js';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Frame } from '../../frame/Frame.js';
import { useIsWide } from '../section/use-is-wide.js';
import { Missing } from './Missing.js';
import { Reconnecting } from './Reconnecting.js';
import { RoomDoors } from './RoomDoors.js';
import { RoomHead } from './RoomHead.js';
import styles from './RoomScreen.module.css';
import { SessionTrail } from './SessionTrail.js';
import { Table } from './Table.js';

interface Props {
  readonly room: Room;
  readonly memberId: string;
  readonly mandate: HeldMandate;
}

/** Agenda, the text on the table and the floor; below 1200 px the text, with doors to the others. */
export function RoomScreen({ room, memberId, mandate }: Props) {
  const text = useText();
  const language = useLanguage();
  const isWide = useIsWide();
  const state = useRoomState(room);
  const act = useRoomAct(room);
  const [look, setLook] = useState<Look | null>(null);
  const [concluded, conclude] = useState<AgendaItemView | null>(null);
  const { session, line, ahead } = state;
  if (session === null) return <Missing title={text('session.room')} error={state.problem} onRetry={() => void room.join()} />;

  const sessionId = session.id;
  const item = shownItem(session.items);
  const section = item && shownSection(item, session.call, look);
  const isChair = mayRunSession({ role: mandate.role, mandateId: mandate.id }, session.chair.mandateId).ok;
  const blockedBy = line === 'joined' ? undefined : text('session.reconnecting');
  const agenda = (
    <AgendaRail
      {...{ session, isChair, blockedBy }}
      shown={item}
      onActivate={(itemId) => act.mutate({ name: 'item:activate', about: { itemId } })}
      onConclude={conclude}
    />
  );
  const floor = (
    <div className={styles.floor}>
      <Floor
        {...{ session, isChair, blockedBy }}
        role={mandate.role}
        requestId={state.requestId}
        onAsk={() => act.mutate({ name: 'floor:ask', about: { sessionId } })}
        onWithdraw={() => act.mutate({ name: 'floor:withdraw', about: { sessionId } })}
        onGive={(requestId) => act.mutate({ name: 'floor:give', about: { sessionId, requestId } })}
      />
      <PresentCentres session={session} />
      <p className={styles.rule}>{text('session.rule')}</p>
    </div>
  );
  return (
    <Frame
      title={`${text('session.room')} · ${localised(session.title, language).text}`}
      trail={<SessionTrail session={session} page={text('session.room')} />}
      status={<StateMark state={session.state} />}
      live={<Reconnecting line={line} />}
    >
      <CallNews item={item} call={session.call} section={section} ahead={ahead} />
      <RoomHead {...{ session, item, ahead, mandate }} />
      <div className={styles.columns}>
        {isWide && (
          <div className={styles.side}>
            <h2>{text('agenda.title')}</h2>
            {agenda}
          </div>
        )}
        <Table
          {...{ room, state, session, item, section, mandate, memberId, isChair, blockedBy, act }}
          doors={isWide ? null : <RoomDoors moment={`${item?.id} ${session.call?.id}`} agenda={agenda} floor={floor} waiting={session.floor.length} />}
          onLook={(sectionId) => item && setLook({ sectionId, after: lastEvent(item, session.call) })}
          onConclude={conclude}
        />
        {isWide && (
          <aside className={styles.side} aria-labelledby="floor">
            <h2 id="floor">{text('floor.title')}</h2>
            {floor}
          </aside>
        )}
      </div>
      {concluded && <ConcludeSheet room={room} item={concluded} number={session.items.findIndex(({ id }) => id === concluded.id) + 1} onClose={() => conclude(null)} />}
    </Frame>
  );
}
