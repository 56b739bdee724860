import { mayPerform } from '@expert-forum/domain';
import { useQuery } from '@tanstack/react-query';
import { documentsQuery } from '../../features/documents/api/outline-queries.js';
import { useMandate } from '../../features/logins/acting.js';
import { publicationsQuery } from '../../features/publications/api/publication-queries.js';
import { Preview } from '../../features/publications/components/Preview.js';
import { PublicationList } from '../../features/publications/components/PublicationList.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Frame } from '../frame/Frame.js';
import styles from './PublicationsPage.module.css';

/** What is public; and for moderator and rapporteur, what would become public next. */
export function PublicationsPage() {
  const text = useText();
  const language = useLanguage();
  const problemText = useProblemText();
  const mandate = useMandate();
  const publications = useQuery(publicationsQuery);
  const mayPreview = mandate !== null && mayPerform('preview-publication', mandate.role, { isOwn: true }).ok;
  const maySeal = mandate !== null && mayPerform('seal-publication', mandate.role, { isOwn: true }).ok;
  const documents = useQuery({ ...documentsQuery, enabled: mayPreview });
  return (
    <Frame title={text('publications.title')}>
      <div className={styles.page}>
        <h1>{text('publications.title')}</h1>
        {publications.isError && <Notice kind="fault">{problemText(publications.error)}</Notice>}
        {publications.data && <PublicationList publications={publications.data} />}
        {mayPreview &&
          documents.data?.map(({ id }) => (
            <Preview key={id} documentId={id} maySeal={maySeal} onSealed={(slug) => location.assign(`/${language}/p/${slug}`)} />
          ))}
      </div>
    </Frame>
  );
}
