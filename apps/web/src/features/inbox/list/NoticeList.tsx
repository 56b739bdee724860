import type { NoticeView } from '@expert-forum/contracts';
import { useText } from '../../../shared/i18n/use-text.js';
import { useTime } from '../../../shared/i18n/use-time.js';
import { NoticeAbout } from '../notice/NoticeAbout.js';
import { NoticeLink } from '../notice/NoticeLink.js';
import { useNoticeWords } from '../notice/use-notice-words.js';
import styles from './NoticeList.module.css';

/** Notices one under the other; an unread one carries a mark and the word for it. */
export function NoticeList({ notices }: { readonly notices: readonly NoticeView[] }) {
  return (
    <ol className={styles.list}>
      {notices.map((notice) => (
        <NoticeEntry key={notice.id} notice={notice} />
      ))}
    </ol>
  );
}

function NoticeEntry({ notice }: { readonly notice: NoticeView }) {
  const text = useText();
  const time = useTime();
  const words = useNoticeWords();
  return (
    <li className={styles.entry} data-unread={!notice.isRead || undefined}>
      <div className={styles.mark}>
        {!notice.isRead && (
          <span className={styles.unread}>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" />
            </svg>
            {text('inbox.unread')}
          </span>
        )}
      </div>
      <div className={styles.body}>
        <NoticeLink notice={notice} className={styles.words}>
          {words(notice)}
        </NoticeLink>
        <NoticeAbout notice={notice} />
      </div>
      <time dateTime={notice.at} className={styles.at}>
        {time.moment(notice.at)}
      </time>
    </li>
  );
}
