import type { DocumentView, SectionView } from '@expert-forum/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { documentsQuery, outlineQuery } from '../../features/documents/api/outline-queries.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { Localised } from '../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Frame } from '../frame/Frame.js';
import styles from './OverviewPage.module.css';

/** The text as an outline: chapters, sections, where each stands. */
export function OverviewPage() {
  const text = useText();
  const problemText = useProblemText();
  const documents = useQuery(documentsQuery);
  return (
    <Frame title={text('overview.title')}>
      {documents.isError && <Notice kind="fault">{problemText(documents.error)}</Notice>}
      {documents.data?.map((document) => (
        <Outline key={document.id} document={document} />
      ))}
    </Frame>
  );
}

function Outline({ document }: { readonly document: DocumentView }) {
  const { data } = useQuery(outlineQuery(document.id));
  const sections = data?.sections ?? [];
  return (
    <>
      <h1 className={styles.title}>
        <Localised of={document.title} />
      </h1>
      <ol className={styles.outline}>
        {sections.filter(({ parentId }) => parentId === null).map((chapter) => (
          <li key={chapter.id}>
            <h2>
              {chapter.number} <Localised of={chapter.title} />
            </h2>
            <ol className={styles.sections}>
              {sections.filter(({ parentId }) => parentId === chapter.id).map((section) => (
                <Section key={section.id} section={section} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </>
  );
}

function Section({ section: { id, number, title, status, drafters } }: { readonly section: SectionView }) {
  const text = useText();
  const language = useLanguage();
  const centres = [...new Set(drafters.map(({ centreCode }) => centreCode))];
  return (
    <li className={styles.section}>
      <span className={styles.number}>{number}</span>
      <Link to="/$language/text/$section" params={{ language, section: id }}>
        <Localised of={title} />
      </Link>
      <span className={styles.status}>
        {text(`status.${status}`)}
        {centres.length > 0 && ` · ${centres.join(' ')}`}
      </span>
    </li>
  );
}
