import type { DocumentView } from '@expert-forum/contracts';
import type { Chapter } from '../../../features/documents/outline/chapters.js';
import { LANGUAGES } from '../../../shared/i18n/languages.js';
import { Foreign, localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import styles from './Overview.module.css';

interface Props {
  readonly document: DocumentView;
  readonly chapters: readonly Chapter[];
}

/** Title of the document, beneath it in the other languages, and how much it holds. */
export function DocumentHead({ document: { title }, chapters }: Props) {
  const text = useText();
  const shown = localised(title, useLanguage());
  const others = LANGUAGES.filter((language) => language !== shown.language && title[language]);
  const sections = chapters.reduce((sum, chapter) => sum + chapter.sections.length, 0);
  return (
    <header className={styles.head}>
      <h1>
        <Foreign language={shown.language}>{shown.text}</Foreign>
      </h1>
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map((language) => (
            <li key={language}>
              <Foreign language={language}>{title[language] ?? ''}</Foreign>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.extent}>
        {text('overview.rolling')}
        {chapters.length > 0 && ` · ${text('overview.chapters', { n: chapters.length })} · ${text('overview.sections', { n: sections })}`}
      </p>
    </header>
  );
}
