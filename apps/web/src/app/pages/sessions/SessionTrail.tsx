import type { SessionSummary } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import styles from './SessionTrail.module.css';

interface Props {
  readonly session: Pick<SessionSummary, 'id' | 'title'>;
  /** What of the session the page shows, where it is not the agenda. */
  readonly page?: string;
}

/** Where among the sessions the reader is. */
export function SessionTrail({ session: { id, title }, page }: Props) {
  const text = useText();
  const language = useLanguage();
  return (
    <nav aria-label={text('session.trail')}>
      <ol className={styles.trail}>
        <li className={styles.title} aria-current={page === undefined ? 'page' : undefined}>
          {page === undefined ? (
            <Localised of={title} />
          ) : (
            <Link to="/$language/sessions/$session" params={{ language, session: id }}>
              <Localised of={title} />
            </Link>
          )}
        </li>
        {page !== undefined && <li aria-current="page">{page}</li>}
      </ol>
    </nav>
  );
}
