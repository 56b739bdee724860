import type { SectionConnection } from '@expert-forum/collab/client';
import type { AgendaItemView } from '@expert-forum/contracts';
import { CallPanel } from '../../../features/sessions/room/CallPanel.js';
import { useRoomFault } from '../../../features/sessions/room/use-room-act.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { ChairActs } from './ChairActs.js';
import { SealOnText } from './SealOnText.js';
import type { AtTable } from './Table.js';
import styles from './Table.module.css';

interface Props extends AtTable {
  readonly item: AgendaItemView | null;
  readonly connection: SectionConnection | null;
}

/** Under the text and always in sight: a call and what came of it, the seal, and what the chair does. */
export function TableBar({ item, connection, ...at }: Props) {
  const text = useText();
  const fault = useRoomFault();
  const { session, section, state, mandate, isChair, blockedBy, act, doors } = at;
  const { call } = session;
  const asked = call && session.items.flatMap(({ sections }) => sections).find(({ id }) => id === call.sectionId);
  return (
    <div className={styles.bar} role="group" aria-label={text('session.table')}>
      {act.error && <Notice kind="fault">{fault(act.error)}</Notice>}
      {call && asked && (
        <CallPanel
          call={call}
          section={asked}
          speaker={{ role: mandate.role, centreCode: mandate.centre?.code ?? null }}
          ahead={state.ahead}
          isBusy={act.isPending || blockedBy !== undefined}
          onObject={() => act.mutate({ name: 'call:object', about: { callId: call.id } })}
        />
      )}
      {item && section && <SealOnText item={item} section={section} number={session.items.indexOf(item) + 1} ahead={state.ahead} />}
      {item && isChair && session.state !== 'closed' && <ChairActs {...at} item={item} connection={connection} />}
      {doors}
    </div>
  );
}
