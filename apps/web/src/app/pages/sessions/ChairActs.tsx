import type { SectionConnection } from '@expert-forum/collab/client';
import type { AgendaItemView } from '@expert-forum/contracts';
import { useIsRunning } from '../../../features/sessions/room/use-is-running.js';
import { useCodeText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Agreeing } from './Agreeing.js';
import { CorrectDoor } from './CorrectDoor.js';
import type { AtTable } from './Table.js';
import styles from './Table.module.css';

interface Props extends AtTable {
  readonly item: AgendaItemView;
  readonly connection: SectionConnection | null;
}

/** The desk of the chair: the text is agreed or reopened, the item leaves the table. */
export function ChairActs({ item, connection, ...at }: Props) {
  const text = useText();
  const codeText = useCodeText();
  const { room, state, session, section, blockedBy, onConclude } = at;
  const isRunning = useIsRunning(session.call, state.ahead);
  const busy = blockedBy ?? (isRunning ? codeText('call-running') : undefined);
  const isSettled = section?.phase === 'agreed' || section?.phase === 'published';
  return (
    <div className={styles.desk}>
      {section && !isSettled && item.state === 'active' && connection && <Agreeing {...at} item={item} section={section} connection={connection} />}
      {section && isSettled && session.state === 'open' && <CorrectDoor room={room} session={session} section={section} blockedBy={busy} />}
      {item.state === 'active' && (
        <span className={section ? styles.apart : undefined}>
          <Button blockedBy={busy} onPress={() => onConclude(item)}>
            {text('agenda.concludeThis')}
          </Button>
        </span>
      )}
    </div>
  );
}
