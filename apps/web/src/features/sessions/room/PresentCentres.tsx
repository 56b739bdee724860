import type { SessionView } from '@expert-forum/contracts';
import { useText } from '../../../shared/i18n/use-text.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
import styles from './PresentCentres.module.css';

interface Props {
  readonly session: Pick<SessionView, 'centresPresent' | 'centresInForum'>;
}

/** Which centres are in the room, of how many; never which members. */
export function PresentCentres({ session: { centresPresent, centresInForum } }: Props) {
  const text = useText();
  return (
    <section className={styles.present} aria-labelledby="present">
      <h2 id="present">{text('session.present.title')}</h2>
      <p>{text('session.present', { n: centresPresent.length, all: centresInForum })}</p>
      <ul>
        {centresPresent.map((code) => (
          <li key={code}>
            <CentreCode code={code} />
          </li>
        ))}
      </ul>
    </section>
  );
}
