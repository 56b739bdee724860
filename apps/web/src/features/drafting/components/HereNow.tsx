import type { SectionConnection } from '@expert-forum/collab';
import { useText } from '../../../shared/i18n/use-text.js';
import { useSectionFact } from '../connection/section-facts.js';
import { useHereNow } from '../connection/use-here-now.js';
import styles from './HereNow.module.css';

/** Codes of centres, not faces; each over the colour of its country's strand. */
export function HereNow({ section }: { readonly section: SectionConnection }) {
  const text = useText();
  const present = useHereNow(section);
  const isCut = useSectionFact(section, ({ word }) => word === 'offline' || word === 'rejected');
  if (present.length === 0) return <p className={styles.alone}>{text(isCut ? 'presence.unknown' : 'presence.alone')}</p>;
  return (
    <ul className={styles.codes}>
      {present.map(({ name, colour }) => (
        <li key={name} style={{ '--strand': colour }}>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** How many codes fit beside the status. */
const SHOWN = 4;

/** The same for the bar: the first few, and how many more. */
export function HereNowBrief({ section }: { readonly section: SectionConnection }) {
  const text = useText();
  const present = useHereNow(section);
  if (present.length === 0) return null;
  const names = present.map(({ name }) => name);
  return (
    <span className={styles.brief} role="group" aria-label={text('presence.list', { who: names.join(', ') })}>
      {present.slice(0, SHOWN).map(({ name, colour }) => (
        <span key={name} style={{ '--strand': colour }}>
          {name}
        </span>
      ))}
      {present.length > SHOWN && <span>+{present.length - SHOWN}</span>}
    </span>
  );
}
