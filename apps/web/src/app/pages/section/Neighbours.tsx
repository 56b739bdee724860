import type { OutlineView, SectionView } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import { localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import styles from './Neighbours.module.css';

interface Props {
  readonly outline: OutlineView;
  readonly current: SectionView;
}

/** The sections before and after this one, in reading order. */
export function Neighbours({ outline, current }: Props) {
  const text = useText();
  const language = useLanguage();
  const sections = outline.sections.filter(({ parentId }) => parentId !== null);
  const place = sections.findIndex(({ id }) => id === current.id);
  const [before, after] = [sections[place - 1], sections[place + 1]];
  const nameOf = ({ number, title }: SectionView): string => `${number} ${localised(title, language).text}`;
  return (
    <nav aria-label={text('section.neighbours')} className={styles.neighbours}>
      {before && (
        <Link to="/$language/text/$section" params={{ language, section: before.id }}>
          {text('section.previous', { title: nameOf(before) })}
        </Link>
      )}
      {after && (
        <Link to="/$language/text/$section" params={{ language, section: after.id }} className={styles.next}>
          {text('section.next', { title: nameOf(after) })}
        </Link>
      )}
    </nav>
  );
}
