import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { inboxQuery } from '../../features/inbox/api/inbox-queries.js';
import { useReading } from '../../features/inbox/api/use-reading.js';
import { NoticeList } from '../../features/inbox/list/NoticeList.js';
import { useProblemText } from '../../shared/api/use-problem-text.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Button } from '../../shared/ui/Button.js';
import { Notice } from '../../shared/ui/Notice.js';
import { Skeleton } from '../../shared/ui/Skeleton.js';
import { Frame } from '../frame/Frame.js';
import styles from './InboxPage.module.css';

/** What the mandate was told, the newest first. */
export function InboxPage() {
  const text = useText();
  const language = useLanguage();
  const problemText = useProblemText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(inboxQuery);
  const reading = useReading();
  const notices = data?.pages.flatMap((page) => page.notices);
  const [newest] = notices ?? [];
  const fault = reading.error ?? error;
  return (
    <Frame title={text('nav.inbox')}>
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>{text('nav.inbox')}</h1>
          {newest && (data?.pages[0]?.unread ?? 0) > 0 && (
            <Button isBusy={reading.isPending} onPress={() => reading.mutate({ upTo: newest.place })}>
              {text('inbox.readAll')}
            </Button>
          )}
        </header>
        {fault && (notices === undefined || reading.error) && (
          <Notice kind="fault">
            {problemText(fault)} {notices === undefined && <Button onPress={() => void refetch()}>{text('app.retry')}</Button>}
          </Notice>
        )}
        {notices === undefined && error === null && <Skeleton />}
        {notices?.length === 0 && (
          <div className={styles.empty}>
            <p>{text('inbox.empty')}</p>
            <Link to="/$language/text" params={{ language }}>
              {text('home.openText')}
            </Link>
          </div>
        )}
        {notices && notices.length > 0 && <NoticeList notices={notices} />}
        {hasNextPage && (
          <div>
            <Button isBusy={isFetchingNextPage} onPress={() => void fetchNextPage()}>
              {text('inbox.older')}
            </Button>
          </div>
        )}
      </div>
    </Frame>
  );
}
