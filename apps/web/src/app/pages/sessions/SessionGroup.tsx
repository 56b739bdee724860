import type { SessionSummary } from '@expert-forum/contracts';
import { Link } from '@tanstack/react-router';
import { StateMark } from '../../../features/sessions/components/StateMark.js';
import { When } from '../../../features/sessions/components/When.js';
import { Localised } from '../../../shared/i18n/Localised.js';
import { useLanguage, useText } from '../../../shared/i18n/use-text.js';
import styles from './SessionsPage.module.css';

interface Props {
  readonly name: 'now' | 'coming' | 'past';
  readonly sessions: readonly SessionSummary[];
}

/** Sessions that are looked for together. Each leads to its agenda, and further to where something is to be seen now. */
export function SessionGroup({ name, sessions }: Props) {
  const text = useText();
  return (
    <section aria-labelledby={name} className={styles.group}>
      <h2 id={name}>{text(`session.list.${name}`)}</h2>
      <ul>
        {sessions.map((session) => (
          <SessionEntry key={session.id} session={session} />
        ))}
      </ul>
    </section>
  );
}

function SessionEntry({ session }: { readonly session: SessionSummary }) {
  const text = useText();
  const language = useLanguage();
  const { id, title, place, state } = session;
  const params = { language, session: id };
  return (
    <li className={styles.entry}>
      <div>
        <Link to="/$language/sessions/$session" params={params} className={styles.title}>
          <Localised of={title} />
        </Link>
        <p className={styles.where}>{place ?? text('session.online')}</p>
      </div>
      <When session={session} />
      <div className={styles.state}>
        <StateMark state={state} />
        {(state === 'open' || state === 'suspended') && (
          <Link to="/$language/sessions/$session/room" params={params}>
            {text('session.enter')}
          </Link>
        )}
        {state === 'closed' && (
          <Link to="/$language/sessions/$session/minutes" params={params}>
            {text('minutes.title')}
          </Link>
        )}
      </div>
    </li>
  );
}
