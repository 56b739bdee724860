import type { DocumentView, HeldMandate } from '@expert-forum/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { outlineQuery } from '../../../features/documents/api/outline-queries.js';
import { chaptersOf } from '../../../features/documents/outline/chapters.js';
import { shownChapters } from '../../../features/documents/outline/outline-filter.js';
import { keepsOutlines, mayKeep } from '../../../features/documents/outline/outline-rights.js';
import { useProblemText } from '../../../shared/api/use-problem-text.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import { Button } from '../../../shared/ui/Button.js';
import { Notice } from '../../../shared/ui/Notice.js';
import { Skeleton } from '../../../shared/ui/Skeleton.js';
import { AddChapter } from './AddChapter.js';
import { ChapterColumn } from './ChapterColumn.js';
import { ChapterContents } from './ChapterContents.js';
import { DocumentExport } from './DocumentExport.js';
import { DocumentHead } from './DocumentHead.js';
import styles from './Overview.module.css';
import { ShowChoice } from './ShowChoice.js';
import { Tally } from './Tally.js';

const route = getRouteApi('/$language/signed-in/text');

interface Props {
  readonly document: DocumentView;
  readonly mandate: HeldMandate;
}

/** A document between the list of its chapters and what is to be known of all its sections. */
export function DocumentContents({ document, mandate }: Props) {
  const text = useText();
  const language = useLanguage();
  const problemText = useProblemText();
  const { show = 'all' } = route.useSearch();
  const [isEdited, setEdited] = useState(false);
  const { data: outline, error, refetch } = useQuery(outlineQuery(document.id));
  const chapters = chaptersOf(outline?.sections ?? []);
  const shown = isEdited ? chapters : shownChapters(chapters, show, mandate);
  return (
    <article className={styles.columns}>
      <ChapterColumn chapters={shown} />
      <DocumentHead document={document} chapters={chapters} />
      <Tally chapters={chapters} />
      <div className={styles.contents}>
        {error && outline === undefined && (
          <Notice kind="fault">
            {problemText(error)} <Button onPress={() => void refetch()}>{text('app.retry')}</Button>
          </Notice>
        )}
        {outline === undefined && error === null && <Skeleton />}
        {outline && (
          <div className={styles.tools}>
            {chapters.length > 0 && !isEdited && <ShowChoice chapters={chapters} show={show} mandate={mandate} />}
            <div className={styles.doors}>
              {chapters.length > 0 && !isEdited && <DocumentExport outline={outline} />}
              {keepsOutlines(mandate) && (
                <Button look="quiet" onPress={() => setEdited(!isEdited)}>
                  {text(isEdited ? 'outline.editDone' : 'outline.edit')}
                </Button>
              )}
            </div>
          </div>
        )}
        {outline && chapters.length === 0 && <p className={styles.empty}>{text('overview.emptyDocument')}</p>}
        {chapters.length > 0 && shown.length === 0 && (
          <p className={styles.empty}>
            {text('overview.filter.none')}{' '}
            <Link to="/$language/text" params={{ language }} search={{}}>
              {text('overview.filter.all')}
            </Link>
          </p>
        )}
        <ol className={styles.chapters}>
          {shown.map((chapter) => (
            <ChapterContents key={chapter.chapter.id} of={chapter} mandate={mandate} isEdited={isEdited} />
          ))}
        </ol>
        {(isEdited || (outline && chapters.length === 0 && mayKeep(mandate).ok)) && <AddChapter document={document} chapters={chapters} mandate={mandate} />}
      </div>
    </article>
  );
}
