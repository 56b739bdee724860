import type { OutlineView, SectionView } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import styles from './SectionTrail.module.css';

interface Props {
  readonly section: SectionView;
  readonly outline: OutlineView | undefined;
  /** What of the section the page shows, where it is not its text. */
  readonly page?: string;
}

/** Where in the text the reader is. */
export function SectionTrail({ section, outline, page }: Props) {
  const text = useText();
  const language = useLanguage();
  const chapter = outline?.sections.find(({ id }) => id === section.parentId);
  return (
    <nav aria-label={text('section.trail')}>
      <ol className={styles.trail} data-page={page !== undefined || undefined}>
        {outline && (
          <li className={styles.document}>
            <Link to="/$language/text" params={{ language }}>
              <Localised of={outline.document.title} />
            </Link>
          </li>
        )}
        {chapter && (
          <li className={styles.chapter}>
            {chapter.number} <Localised of={chapter.title} />
          </li>
        )}
        {page === undefined ? (
          <li aria-current="page">{section.number}</li>
        ) : (
          <li>
            <Link to="/$language/text/$section" params={{ language, section: section.id }}>
              {section.number}
            </Link>
          </li>
        )}
        {page !== undefined && <li aria-current="page">{page}</li>}
      </ol>
    </nav>
  );
}
