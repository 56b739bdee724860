import { Link } from '@tanstack/react-router';
import { InboxCountBadge } from '../../features/inbox/news/InboxCountBadge.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import styles from './Frame.module.css';
import type { Place } from './places.js';

/** Beside the brand; on a phone the left part of the bar at the bottom. */
export function MainNavigation({ places }: { readonly places: readonly Place[] }) {
  const text = useText();
  const language = useLanguage();
  if (places.length === 0) return null;
  return (
    <nav aria-label={text('app.navigation')} className={styles.places}>
      {places.map(({ to, name }) => (
        <Link key={to} to={to} params={{ language }}>
          {text(name)}
          {name === 'nav.inbox' && <InboxCountBadge />}
        </Link>
      ))}
    </nav>
  );
}
