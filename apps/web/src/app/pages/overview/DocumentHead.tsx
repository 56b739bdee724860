import type { DocumentView } from '@expert-forum/contracts';
import type { Chapter } from '../../../features/documents/outline/chapters.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { OtherTitles } from '../../../shared/i18n/OtherTitles.js';
import { useText } from '../../../shared/i18n/use-text.js';
import styles from './Overview.module.css';

interface Props {
  readonly document: DocumentView;
  readonly chapters: readonly Chapter[];
}

/** Title of the document, beneath it in the other languages, and how much it holds. */
export function DocumentHead({ document: { title }, chapters }: Props) {
  const text = useText();
  const sections = chapters.reduce((sum, chapter) => sum + chapter.sections.length, 0);
  return (
    <header className={styles.head}>
      <h1>
        <Localised of={title} />
      </h1>
      <OtherTitles of={title} look="lines" />
      <p className={styles.extent}>
        {text('overview.rolling')}
        {chapters.length > 0 && ` · ${text('overview.chapters', { n: chapters.length })} · ${text('overview.sections', { n: sections })}`}
      </p>
    </header>
  );
}
