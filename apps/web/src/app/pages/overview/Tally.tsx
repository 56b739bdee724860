import type { Chapter } from '../../../features/documents/outline/chapters.js';
import { useText } from '../../../shared/i18n/use-text.js';
import { SHOWN_STATUSES, shownStatus } from '../../../shared/ui/shown-status.js';
import { StatusMark } from '../../../shared/ui/StatusMark.js';
import styles from './Overview.module.css';

/** How many sections stand where; it explains the marks of the contents as well. */
export function Tally({ chapters }: { readonly chapters: readonly Chapter[] }) {
  const text = useText();
  const statuses = chapters.flatMap(({ sections }) => sections.map(shownStatus));
  if (statuses.length === 0) return null;
  return (
    <aside className={styles.tally} aria-labelledby="tally">
      <h2 id="tally">{text('overview.tally')}</h2>
      <ul>
        {SHOWN_STATUSES.filter((status) => statuses.includes(status)).map((status) => (
          <li key={status}>
            <StatusMark status={status} /> <span className={styles.count}>{statuses.filter((each) => each === status).length}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}
