import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useActing } from '../../features/logins/acting.js';
import { SpeakingAs } from '../../features/logins/components/SpeakingAs.js';
import { useLanguage, useText } from '../../shared/i18n/use-text.js';
import { Logo } from '../../shared/ui/Logo.js';
import { Content } from './Content.js';
import { Disclaimer } from './Disclaimer.js';
import styles from './Frame.module.css';
import { MainNavigation } from './MainNavigation.js';
import { OfflineLine } from './OfflineLine.js';
import { PersonMenu } from './PersonMenu.js';
import { placesFor, UNDER_THE_THUMB } from './places.js';

interface Props {
  /** Name of the page for the browser's tab. */
  readonly title: string;
  /** Where in the text the page is. */
  readonly trail?: ReactNode;
  /** Where the section or session stands. */
  readonly status?: ReactNode;
  /** What is known live: the status line of truth, who is here. */
  readonly live?: ReactNode;
  readonly children: ReactNode;
}

/** What surrounds every screen behind the sign-in: where one is, under which mandate one speaks, where one can go. */
export function Frame({ title, trail, status, live, children }: Props) {
  const text = useText();
  const language = useLanguage();
  const { member, mandates, mandate } = useActing();
  const places = placesFor(mandate);
  const isPlaced = trail !== undefined || status !== undefined;
  const head = (
    <>
      <header className={styles.bar} data-placed={isPlaced || undefined} style={{ '--places': String(Math.min(places.length, UNDER_THE_THUMB)) }}>
        <Link to="/$language/home" params={{ language }} className={styles.brand} aria-label={text('app.name')}>
          <Logo /> <span>{text('app.name')}</span>
        </Link>
        <MainNavigation places={places} />
        {isPlaced && (
          <div className={styles.place}>
            {trail}
            {status}
          </div>
        )}
        <div className={styles.live}>{live}</div>
        <div className={styles.person}>
          <SpeakingAs mandates={mandates} chosen={mandate} />
          <PersonMenu member={member} further={places.slice(UNDER_THE_THUMB)} />
        </div>
      </header>
      <OfflineLine />
    </>
  );
  return (
    <div className={styles.page}>
      <Content title={title} head={head} className={styles.main}>
        {children}
      </Content>
      <Disclaimer />
    </div>
  );
}
