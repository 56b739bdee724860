import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../shared/i18n/use-text.js';
import hidden from '../../../shared/ui/visually-hidden.module.css';
import { inboxCountQuery } from '../api/inbox-queries.js';
import { useRise } from './use-rise.js';

/** Reads out that there is something new, wherever on the screens somebody is; nothing moves and nothing covers the text. */
export function InboxNews() {
  const text = useText();
  const { data } = useQuery(inboxCountQuery);
  const risen = useRise(data?.unread ?? null);
  return (
    <p role="status" className={hidden.hidden}>
      {risen !== null && text('inbox.news', { n: risen })}
    </p>
  );
}
