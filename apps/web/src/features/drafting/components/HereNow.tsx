import type { SectionConnection } from '@expert-forum/collab/client';
import { useText } from '../../../shared/i18n/use-text.js';
import { PresentLabel, presentName } from '../../../shared/ui/PresentLabel.js';
import { useHereNow } from '../connection/use-here-now.js';
import { useSectionFact } from '../connection/section-facts.js';
import styles from './HereNow.module.css';

interface Props {
  readonly section: SectionConnection;
}

/** Codes of centres, not faces. */
export function HereNow({ section }: Props) {
  const text = useText();
  const present = useHereNow(section);
  const isCut = useSectionFact(section, ({ word }) => word === 'offline' || word === 'rejected');
  if (present.length === 0) return <p className={styles.alone}>{text(isCut ? 'presence.unknown' : 'presence.alone')}</p>;
  return (
    <ul className={styles.present}>
      {present.map((label) => (
        <li key={label}>
          <PresentLabel label={label} />
        </li>
      ))}
    </ul>
  );
}

/** How many fit beside the status. */
const SHOWN = 3;

/** The same for the bar: the first few, and how many more. */
export function HereNowBrief({ section }: Props) {
  const text = useText();
  const present = useHereNow(section);
  if (present.length === 0) return null;
  return (
    <span className={styles.present} role="group" aria-label={text('presence.list', { who: present.map((label) => presentName(label, text)).join(', ') })}>
      {present.slice(0, SHOWN).map((label) => (
        <PresentLabel key={label} label={label} />
      ))}
      {present.length > SHOWN && <span>+{present.length - SHOWN}</span>}
    </span>
  );
}
