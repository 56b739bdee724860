import type { ItemSectionView, ObjectionCallView } from '@expert-forum/contracts';
import { callOutcome, LIMITS, mayObject, mayPerform, type Role, secondsUntil } from '@expert-forum/domain';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import { toCall } from '../table/table.js';
import styles from './CallPanel.module.css';
import { ObjectButton } from './ObjectButton.js';
import { useForumTime } from './use-forum-time.js';

const TICKS = LIMITS.session.call / 1_000;
/** Often enough that no second is skipped. */
const LOOK_MS = 200;

interface Props {
  readonly call: ObjectionCallView;
  readonly section: Pick<ItemSectionView, 'number'>;
  readonly speaker: { readonly role: Role; readonly centreCode: string | null };
  readonly ahead: number;
  readonly isBusy: boolean;
  readonly onObject: () => void;
}

/** "Any objection?" on every screen alike: the seconds that are left, who may object, and how it ended. */
export function CallPanel({ call, section: { number }, speaker, ahead, isBusy, onObject }: Props) {
  const text = useText();
  const time = useTime();
  const at = useForumTime(ahead, LOOK_MS);
  const judged = toCall(call);
  const outcome = callOutcome(judged, at);
  if (outcome === 'stopped') {
    return (
      <p className={styles.ended} data-outcome="stopped">
        {call.objectingCentre && <CentreCode code={call.objectingCentre} />}
        <span>{text('call.stopped', { number, time: time.clock(call.stoppedAt ?? call.openedAt) })}</span>
      </p>
    );
  }
  if (outcome === 'unopposed') return <p className={styles.ended}>{text('call.unopposed', { number })}</p>;
  const seconds = secondsUntil(judged.closesAt, at);
  const holdsPosition = mayPerform('take-position', speaker.role, { isOwn: true }).ok;
  return (
    <section className={styles.running} aria-label={text('call.title')}>
      <h2>{text('call.title')}</h2>
      <p className={styles.seconds} role="timer" aria-label={text('call.secondsLeft', { n: seconds })}>
        {seconds}
      </p>
      <p className={styles.about}>{text('call.about', { number, hash: call.hash.slice(0, 8) })}</p>
      <div className={styles.ticks} aria-hidden="true">
        {Array.from({ length: TICKS }, (_, tick) => (
          <i key={tick} data-left={tick < seconds || undefined} />
        ))}
      </div>
      {holdsPosition ? (
        <ObjectButton centreCode={speaker.centreCode} isBlocked={isBusy || !mayObject(speaker.role, judged, at).ok} onObject={onObject} />
      ) : (
        <p className={styles.about}>{text('call.whoMay')}</p>
      )}
    </section>
  );
}
