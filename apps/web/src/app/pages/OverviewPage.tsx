import { useQuery } from '@tanstack/react-query';
import { useMandate } from '../../features/logins/acting.js';
import { documentsQuery } from '../../features/documents/api/outline-queries.js';
import { mayCreateDocument } from '../../features/documents/outline/outline-rights.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { useText } from '../../shared/i18n/use-text.js';
import { Button } from '../../shared/ui/Button.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Skeleton } from '../../shared/ui/Skeleton.js';
import { Frame } from '../frame/Frame.js';
import { CreateDocument } from './overview/CreateDocument.js';
import { DocumentContents } from './overview/DocumentContents.js';
import styles from './overview/Overview.module.css';

/** The texts of the forum, each as a table of contents that says where every section stands. */
export function OverviewPage() {
  const text = useText();
  const problemText = useProblemText();
  const mandate = useMandate();
  const { data: documents, error, refetch } = useQuery(documentsQuery);
  return (
    <Frame title={text('overview.title')}>
      {documents === undefined && error === null && <Skeleton />}
      {documents === undefined && error !== null && (
        <Notice kind="fault">
          {problemText(error)} <Button onPress={() => void refetch()}>{text('app.retry')}</Button>
        </Notice>
      )}
      {documents?.map((document) => <DocumentContents key={document.id} document={document} mandate={mandate} />)}
      {documents?.length === 0 && (
        <div className={styles.empty}>
          <h1>{text('overview.title')}</h1>
          <p>{text('overview.empty')}</p>
        </div>
      )}
      {documents && mayCreateDocument(mandate) && (
        <div className={styles.columns}>
          <CreateDocument />
        </div>
      )}
    </Frame>
  );
}
