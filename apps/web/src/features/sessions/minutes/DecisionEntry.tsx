import type { DecisionView } from '@expert-forum/contracts';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import styles from './DecisionEntry.module.css';

interface Props {
  readonly decision: DecisionView;
  /** Place of its item in the agenda. */
  readonly item: number;
  /** Of the session, in order. */
  readonly all: readonly DecisionView[];
  /** Codes of all centres that were at the session. */
  readonly roll: readonly string[];
}

/** One decision: what it settled or reopened, when, under which item, and who of the centres was not there. */
export function DecisionEntry({ decision, item, all, roll }: Props) {
  const text = useText();
  const time = useTime();
  const { kind, at, sectionNumber, sectionTitle, revision, centresPresent, corrects } = decision;
  const corrected = all.find(({ id }) => id === corrects);
  const later = all.find((each) => each.corrects === decision.id);
  const absent = roll.filter((code) => !centresPresent.includes(code));
  return (
    <li className={styles.decision} data-corrected={later !== undefined || undefined}>
      <p className={styles.what}>
        {sectionNumber} <Localised of={sectionTitle} /> – {text(`session.kind.${kind}`)}
      </p>
      {decision.text && <p lang="en">{decision.text}</p>}
      <p className={styles.more}>
        {text('minutes.decidedAt', { time: time.moment(at), item })} · {text('minutes.centres', { n: centresPresent.length })}
        {absent.length > 0 && ` · ${text('minutes.absent', { codes: absent.join(', ') })}`}
        {revision && (
          <>
            {' · '}
            {text('minutes.text')} <code>{revision.hash.slice(0, 12)}</code>
          </>
        )}
      </p>
      {corrects && <p className={styles.more}>{text('minutes.corrects', { time: corrected ? time.moment(corrected.at) : '–' })}</p>}
      {later && <p className={styles.more}>{text('minutes.correctedBy', { time: time.moment(later.at) })}</p>}
    </li>
  );
}
