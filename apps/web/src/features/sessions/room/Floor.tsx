import type { FloorRequestView, SessionView } from '@expert-forum/contracts';
import { mayAskForFloor, type Role } from '@expert-forum/domain';
import { useRuleText } from '../../../shared/api/use-problem-text.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import { who } from '../../../shared/ui/who.js';
import styles from './Floor.module.css';

interface Props {
  readonly session: Pick<SessionView, 'state' | 'floor'>;
  readonly role: Role;
  /** Of the own request. */
  readonly requestId: string | null;
  readonly isChair: boolean;
  /** Why nothing can be done now. */
  readonly blockedBy: string | undefined;
  readonly onAsk: () => void;
  readonly onWithdraw: () => void;
  readonly onGive: (requestId: string) => void;
}

/** Who has the floor, and who waits for it in which order: by centre, never by name. */
export function Floor({ session: { state, floor }, role, requestId, isChair, blockedBy, onAsk, onWithdraw, onGive }: Props) {
  const text = useText();
  const [speaking, waiting] = [floor.filter(({ hasFloor }) => hasFloor), floor.filter(({ hasFloor }) => !hasFloor)];
  const own = floor.find(({ id }) => id === requestId);
  return (
    <section className={styles.floor} aria-label={text('floor.title')}>
      {speaking.length === 0 && <p className={styles.none}>{text('floor.nobody')}</p>}
      {speaking.map((request) => (
        <p key={request.id} className={styles.speaking}>
          <Asking request={request} isOwn={request === own} />
        </p>
      ))}
      {waiting.length > 0 && (
        <ol className={styles.waiting} aria-label={text('floor.waiting')}>
          {waiting.map((request) => (
            <li key={request.id}>
              <Asking request={request} isOwn={request === own} />
              {isChair && (
                <Button look="quiet" label={text('floor.giveTo', { who: who(text, request) })} blockedBy={blockedBy} onPress={() => onGive(request.id)}>
                  {text('floor.give')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      <FloorAct {...{ state, role, blockedBy, onAsk, onWithdraw }} own={own} />
    </section>
  );
}

function Asking({ request, isOwn }: { readonly request: FloorRequestView; readonly isOwn: boolean }) {
  const text = useText();
  return (
    <span className={styles.asking}>
      {request.centreCode === null ? <span>{text(`role.${request.role}`)}</span> : <CentreCode code={request.centreCode} />}
      {isOwn && <span className={styles.own}>{text('floor.own')}</span>}
    </span>
  );
}

interface ActProps extends Pick<Props, 'role' | 'blockedBy' | 'onAsk' | 'onWithdraw'> {
  readonly state: SessionView['state'];
  readonly own: FloorRequestView | undefined;
}

/** Asking, and thinking better of it. Whoever can never ask is not offered it. */
function FloorAct({ state, role, own, blockedBy, onAsk, onWithdraw }: ActProps) {
  const text = useText();
  const rule = useRuleText();
  if (!mayAskForFloor(role, 'open').ok) return null;
  if (own !== undefined) {
    return (
      <Button blockedBy={blockedBy} onPress={onWithdraw}>
        {text(own.hasFloor ? 'floor.yield' : 'floor.withdraw')}
      </Button>
    );
  }
  return (
    <Button blockedBy={blockedBy ?? rule(mayAskForFloor(role, state))} onPress={onAsk}>
      {text('floor.ask')}
    </Button>
  );
}
