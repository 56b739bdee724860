import { Link } from '@tanstack/react-router';
import type { Chapter } from '../../../features/documents/outline/chapters.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import styles from './Overview.module.css';

/** Beside the contents, where there is room: the chapters, and how many sections of each are shown. */
export function ChapterColumn({ chapters }: { readonly chapters: readonly Chapter[] }) {
  const text = useText();
  const language = useLanguage();
  return (
    <nav aria-label={text('overview.contents')} className={styles.chapterColumn}>
      <ol>
        {chapters.map(({ chapter: { id, number, title }, sections }) => (
          <li key={id}>
            <Link to="/$language/text" params={{ language }} search={(present) => present} hash={id} hashScrollIntoView activeOptions={{ includeHash: true }}>
              <span>{number}</span>{' '}
              <span>
                <Localised of={title} />
              </span>{' '}
              <span className={styles.count}>{sections.length}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
