import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../shared/i18n/use-text.js';
import hidden from '../../../shared/ui/visually-hidden.module.css';
import { inboxCountQuery } from '../api/inbox-queries.js';
import styles from './InboxCountBadge.module.css';

/** More than this is not told apart at a glance. */
const MOST_SHOWN = 99;

/** Beside the name of the inbox: how many notices are unread. Nothing, as long as none is. */
export function InboxCountBadge() {
  const text = useText();
  const { data } = useQuery(inboxCountQuery);
  if (!data || data.unread === 0) return null;
  return (
    <>
      <span className={styles.count} aria-hidden="true">
        {data.unread > MOST_SHOWN ? `${MOST_SHOWN}+` : data.unread}
      </span>
      <span className={hidden.hidden}>{text('inbox.count', { n: data.unread })}</span>
    </>
  );
}
