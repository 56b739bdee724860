import type { AgendaItemView, ItemSectionView, SessionView } from '@expert-forum/contracts';
import { LIMITS, type ParagraphDifference, type TextState } from '@expert-forum/domain';
import { type ReactNode, useState } from 'react';
import { useCodeText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { agreementStep, type AgreementStep } from '../table/agreement-step.js';
import styles from './ChairDesk.module.css';
import { MovedDoor } from './MovedDoor.js';
import { RecordSheet } from './RecordSheet.js';
import type { Room } from './room.js';
import { useForumTime } from './use-forum-time.js';

interface Props {
  readonly room: Room;
  readonly session: SessionView;
  readonly item: AgendaItemView;
  readonly section: ItemSectionView;
  readonly ahead: number;
  /** The text on this screen; null while some of it is on its way. */
  readonly seen: TextState | null;
  readonly readText: () => TextState | null;
  readonly blockedBy: string | undefined;
  readonly isBusy: boolean;
  readonly onAsk: () => void;
  /** What became of the text since the centres were asked, and `askAgain` for the way on. */
  readonly moved: (difference: readonly ParagraphDifference[], askAgain: () => void) => ReactNode;
}

/** How often the chair's screen looks whether a call is over. */
const LOOK_MS = LIMITS.session.call / 40;

type WithCall = Extract<AgreementStep, { kind: 'record' | 'moved' }>;

/** What the chair does about the text on the table: asks, and records that nobody objected. */
export function ChairDesk({ room, session, item, section, ahead, seen, readText, blockedBy, isBusy, onAsk, moved }: Props) {
  const text = useText();
  const codeText = useCodeText();
  const [recorded, record] = useState<WithCall['call'] | null>(null);
  const at = useForumTime(ahead, LOOK_MS);
  const step = agreementStep({ session, item, section, seen, at });
  if (step.kind === 'wait') return null; // the call itself is in sight
  const ask = (name: 'call.ask' | 'call.askAgain', look: 'primary' | 'plain', rule?: string): ReactNode => (
    <Button look={look} isBusy={isBusy} blockedBy={blockedBy ?? rule} onPress={onAsk}>
      {text(name)}
    </Button>
  );
  const recordButton = (call: WithCall['call']): ReactNode => (
    <Button look="primary" blockedBy={blockedBy} onPress={() => record(call)}>
      {text('session.record.begin')}
    </Button>
  );
  return (
    <div className={styles.desk}>
      {step.kind === 'ask' && ask(step.isAgain ? 'call.askAgain' : 'call.ask', 'primary')}
      {step.kind === 'blocked' && ask('call.ask', 'primary', codeText(step.problem))}
      {step.kind === 'receive' && <p role="status">{text('session.record.receiving')}</p>}
      {step.kind === 'record' && (
        <>
          {recordButton(step.call)}
          {ask('call.askAgain', 'plain')}
        </>
      )}
      {step.kind === 'moved' && (
        <>
          <p className={styles.moved} role="status">
            {text('call.movedSince')}
          </p>
          {ask('call.askAgain', 'primary')}
          <MovedDoor room={room} call={step.call} seen={step.seen} moved={(difference) => moved(difference, onAsk)} />
        </>
      )}
      {recorded && (
        <RecordSheet
          room={room}
          session={session}
          section={section}
          call={recorded}
          isReceived={seen !== null}
          readText={readText}
          moved={(difference) =>
            moved(difference, () => {
              record(null);
              onAsk();
            })
          }
          onClose={() => record(null)}
        />
      )}
    </div>
  );
}
