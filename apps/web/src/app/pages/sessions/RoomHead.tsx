import type { AgendaItemView, HeldMandate, SessionView } from '@expert-forum/contracts';
import { mayRunSession, mayTakeChair, sessionActs } from '@expert-forum/domain';
import { SessionActButton } from '../../../features/sessions/components/SessionActButton.js';
import { ItemTimer } from '../../../features/sessions/room/ItemTimer.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import styles from './RoomHead.module.css';

interface Props {
  readonly session: SessionView;
  readonly item: AgendaItemView | null;
  readonly ahead: number;
  readonly mandate: HeldMandate;
}

/** Which session this is, how it goes, who chairs it, and under which rule one speaks here. */
export function RoomHead({ session, item, ahead, mandate: { id, role } }: Props) {
  const text = useText();
  const { title, state, items, chair, centresPresent, centresInForum } = session;
  const actor = { role, mandateId: id };
  const isOnTable = item?.state === 'active';
  return (
    <header className={styles.head}>
      <h1>
        <Localised of={title} />
      </h1>
      <ul className={styles.facts}>
        {isOnTable && <li>{text('session.item.place', { n: items.indexOf(item) + 1, all: items.length })}</li>}
        {isOnTable && state === 'open' && (
          <li>
            <ItemTimer item={item} ahead={ahead} />
          </li>
        )}
        <li>{text('session.present', { n: centresPresent.length, all: centresInForum })}</li>
        <li>{text('session.chairedBy', { name: chair.memberName })}</li>
        <li>{text('session.chathamHouse')}</li>
      </ul>
      <div className={styles.acts}>
        {mayRunSession(actor, chair.mandateId).ok &&
          sessionActs(state).map((act) => (
            <SessionActButton
              key={act}
              sessionId={session.id}
              act={act}
              chair={chair.memberName}
              look={act === 'open' || act === 'resume' ? 'primary' : 'quiet'}
            />
          ))}
        {state !== 'closed' && mayTakeChair(actor, chair.mandateId).ok && (
          <SessionActButton sessionId={session.id} act="take-chair" chair={chair.memberName} />
        )}
      </div>
    </header>
  );
}
