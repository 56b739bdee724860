import type { SectionConnection } from '@expert-forum/collab';
import { ROLES } from '@expert-forum/domain';
import { type Text, useText } from '../../../shared/i18n/use-text.js';
import { CentreCode } from '../../../shared/ui/CentreCode.js';
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
          <Presence label={label} />
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
    <span className={styles.present} role="group" aria-label={text('presence.list', { who: present.map((label) => nameOf(label, text)).join(', ') })}>
      {present.slice(0, SHOWN).map((label) => (
        <Presence key={label} label={label} />
      ))}
      {present.length > SHOWN && <span>+{present.length - SHOWN}</span>}
    </span>
  );
}

function Presence({ label }: { readonly label: string }) {
  const text = useText();
  const name = nameOf(label, text);
  return name === label ? <CentreCode code={label} /> : <span>{name}</span>;
}

function nameOf(label: string, text: Text): string {
  const role = ROLES.find((each) => each === label);
  return role === undefined ? label : text(`role.${role}`);
}
