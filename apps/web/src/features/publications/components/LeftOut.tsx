import type { LeftOutSection } from '@expert-forum/contracts';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useText } from '../../../shared/i18n/use-text.js';
import styles from './Publications.module.css';

interface Props {
  readonly sections: readonly LeftOutSection[];
  readonly onTakeIn: (sectionId: string) => void;
}

/** What does not become public, and why. */
export function LeftOut({ sections, onTakeIn }: Props) {
  const text = useText();
  return (
    <ul className={styles.parts}>
      {sections.map(({ id, number, title, reason }) => (
        <li key={id} className={styles.left}>
          <span className={styles.number}>{number}</span>
          <span className={styles.name}>
            <Localised of={title} />
          </span>
          <span className={styles.aside}>{text(`publications.reason.${reason}`)}</span>
          {reason === 'by-choice' && (
            <button type="button" className={styles.act} onClick={() => onTakeIn(id)}>
              {text('publications.takeIn')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
