import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTime } from '../../../shared/i18n/use-time.js';
import { traceQuery } from '../api/thread-queries.js';
import styles from './Note.module.css';

interface Props {
  readonly commentId: string;
  /** What stands on the door. */
  readonly name: string;
  /** Other wordings are there when this is another. */
  readonly stamp: string;
}

/** How a comment read before, for whoever may know. */
export function Trace({ commentId, name, stamp }: Props) {
  const time = useTime();
  const [isOpen, setOpen] = useState(false);
  const { data = [] } = useQuery({ ...traceQuery(commentId), queryKey: ['comment-trace', commentId, stamp], enabled: isOpen });
  return (
    <details className={styles.trace} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{name}</summary>
      <ol>
        {data.map(({ at, body }) => (
          <li key={at}>
            <time dateTime={at}>{time.moment(at)}</time>
            <p className={styles.body}>{body}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
